using System.Collections.Immutable;

namespace Policing.DataModel.Tests.Values;

public sealed class UprnTests : TextValueBattery<Uprn>
{
    protected override ImmutableArray<string> Ascending => ["000000000001", "000000000123", "999999999999"];

    protected override ImmutableArray<(string Text, string Canonical)> Spellings =>
    [
        ("123", "000000000123"),
        ("1", "000000000001"),
        ("0123", "000000000123"),
    ];

    protected override ImmutableArray<string> Malformed =>
    [
        "000000000000", "0", "0000000000001", "12 3", "-123", "12A",
    ];

    protected override bool IsWide => true;
}
