using System.Collections.Immutable;

namespace Policing.DataModel.Tests.Values;

public sealed class ForceStationCodeTests : TextValueBattery<ForceStationCode>
{
    protected override ImmutableArray<string> Ascending => ["01ZD", "99ZZ", "ABCD"];

    protected override ImmutableArray<(string Text, string Canonical)> Spellings =>
    [
        ("01zd", "01ZD"),
        ("99zZ", "99ZZ"),
    ];

    protected override ImmutableArray<string> Malformed =>
    [
        "01Z", "01ZDX", "01-D", "01 D", "01ZÉ",
    ];
}
