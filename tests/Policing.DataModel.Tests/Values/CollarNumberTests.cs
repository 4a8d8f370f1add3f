using System.Collections.Immutable;

namespace Policing.DataModel.Tests.Values;

public sealed class CollarNumberTests : TextValueBattery<CollarNumber>
{
    protected override ImmutableArray<string> Ascending => ["1234", "1234567890", "A1", "PC1234", "SYN0001", "pc1234"];

    protected override ImmutableArray<string> Malformed =>
    [
        "12345678901", "PC 1234", "PC-1234", "PC1234é",
    ];

    protected override bool IsWide => true;
}
