using System.Collections.Immutable;

namespace Policing.DataModel.Tests.Values;

public sealed class VrmTests : TextValueBattery<Vrm>
{
    protected override ImmutableArray<string> Ascending => ["1", "12345678901", "A1", "AB12CDE", "B-A1231", "BA-1231"];

    protected override ImmutableArray<(string Text, string Canonical)> Spellings =>
    [
        ("ab12 cde", "AB12CDE"),
        ("AB12 CDE", "AB12CDE"),
        ("b-a 1231", "B-A1231"),
        ("1 2 3 4 5 6 7 8 9 0 1", "12345678901"),
    ];

    protected override ImmutableArray<string> Malformed =>
    [
        "AB12  CDE", "-AB12", "AB12-", "AB12--CDE", "AB12 -CDE", "AB12.CDE", "123456789012", "1234567890-1", "AB12CDÉ", "AB12\tCDE",
    ];

    protected override bool IsWide => true;

    [Fact]
    public void AHyphenTellsTwoMarksApart() => Assert.False(Vrm.Parse("B-A 1231").Means(Vrm.Parse("BA-1231")));
}
