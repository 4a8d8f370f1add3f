using System.Collections.Immutable;

namespace Policing.DataModel.Tests.Values;

public sealed class NationalInsuranceNumberTests : TextValueBattery<NationalInsuranceNumber>
{
    protected override ImmutableArray<string> Ascending => ["AB123456C", "NC000001A", "NC000002D", "YZ999999B"];

    protected override ImmutableArray<(string Text, string Canonical)> Spellings =>
    [
        ("NC 00 00 01 A", "NC000001A"),
        ("AB 12 34 56", "AB123456"),
        ("AB123457 ", "AB123457"),
    ];

    protected override ImmutableArray<string> Malformed =>
    [
        "DA123456A", "FA123456A", "IA123456A", "QA123456A", "UA123456A", "VA123456A", "AD123456A", "AF123456A", "AI123456A",
        "AO123456A", "AQ123456A", "AU123456A", "AV123456A", "GB123456A", "BG123456A", "NK123456A", "KN123456A", "TN123456A",
        "NT123456A", "ZZ123456A", "AB123456E", "AB12345A", "AB1234567", "ab123456c", "A1123456C", "AB12 34 56C", "AB 123456 C",
        "AB 12 34 56 ", "AB 12 34 56  ", "AB-12-34-56-C", "AB 12 34 56 E", "AB  1 23 45 C",
    ];

    /// <summary>The dictionary lets a space stand for the suffix; without either the number is whole too.</summary>
    [Theory]
    [InlineData("AB123456")]
    [InlineData("AB123456 ")]
    [InlineData("AB 12 34 56")]
    public void WithoutASuffixItIsWellFormed(string text) => Assert.Equal("AB123456", NationalInsuranceNumber.Parse(text).Canonical);

    [Fact]
    public void OFirstIsAllowed() => Assert.False(NationalInsuranceNumber.FromText("OA123456A").IsMalformed);

    [Fact]
    public void WithAndWithoutSuffixAreNotTheSame() => Assert.False(NationalInsuranceNumber.Parse("AB123456").Means(NationalInsuranceNumber.Parse("AB123456C")));
}
