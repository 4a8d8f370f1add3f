using System.Collections.Immutable;

namespace Policing.DataModel.Tests.Values;

public sealed class IccidTests : TextValueBattery<Iccid>
{
    protected override ImmutableArray<string> Ascending => ["8944000000000000000", "89440000000000000000"];

    protected override ImmutableArray<string> Malformed =>
    [
        "894400000000000000", "894400000000000000000", "9944000000000000000", "8944-000000000000000", "894400000000000000F",
    ];
}
