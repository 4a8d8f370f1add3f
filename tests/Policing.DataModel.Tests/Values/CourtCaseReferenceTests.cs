using System.Collections.Immutable;

namespace Policing.DataModel.Tests.Values;

public sealed class CourtCaseReferenceTests : TextValueBattery<CourtCaseReference>
{
    protected override ImmutableArray<string> Ascending => ["00/0000/123456A", "97/1626/008395Q", "99/9999/000001Z"];

    protected override ImmutableArray<(string Text, string Canonical)> Spellings =>
    [
        ("97/1626/8395Q", "97/1626/008395Q"),
        ("99/9999/1Z", "99/9999/000001Z"),
    ];

    protected override ImmutableArray<string> Malformed =>
    [
        "97/1626/8395S", "97/1626/8395I", "97/1626/8395O", "97/1626/Q", "97/1626/0083950Q", "97/162/8395Q", "97/16266/8395Q",
        "1997/1626/8395Q", "9A/1626/8395Q", "97/1626/8395q", "97-1626-8395Q", "97/1626/83957",
    ];
}
