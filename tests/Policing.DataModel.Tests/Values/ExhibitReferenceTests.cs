using System.Collections.Immutable;

namespace Policing.DataModel.Tests.Values;

public sealed class ExhibitReferenceTests : TextValueBattery<ExhibitReference>
{
    protected override ImmutableArray<string> Ascending => ["1", "AB 12 C", "J.S/12-A", "JS/1", "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX", "js/1"];

    protected override ImmutableArray<string> Malformed =>
    [
        "/1", "JS/", "JS//1", "JS  1", "JS_1", "JS/1?", "JS/É1",
    ];

    protected override bool IsWide => true;

    [Fact]
    public void NothingIsMadeAlike() => Assert.False(ExhibitReference.Parse("JS/1").Means(ExhibitReference.Parse("js/1")));
}
