using System.Text.RegularExpressions;
using System.Xml.Linq;
using Policing.DataModel.Import;
using Policing.DataModel.Validation;

namespace Policing.Architecture.Tests.Documents;

/// <summary>What users read borrows no authority: such a word may stand only in a sentence that denies it.</summary>
public partial class WordsTests
{
    [GeneratedRegex(@"\b(certif\w+|accredit\w+|approv\w+|endors\w+|compliant|national standards?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Claim { get; }

    [GeneratedRegex(@"\b(no|not|nothing|nobody)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Denial { get; }

    [GeneratedRegex(@"(?<=[.:;!?|])\s", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd { get; }

    public static TheoryData<string> Pages { get; } = ["README.md", .. Repository.Packages.Select(package => $"src/{package}/README.md")];

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_text_for_users_claims_an_authority(string page) => Assert.Empty(Claims(Repository.Read(page)));

    [Fact]
    public void No_description_of_a_package_claims_an_authority() => Assert.All(
        Repository.Packages.Select(package => XDocument.Parse(Repository.Read($"src/{package}/{package}.csproj")).Descendants("Description").Single().Value),
        description => Assert.Empty(Claims(description)));

    [Fact]
    public void No_rule_claims_an_authority() =>
        Assert.All(FindingRules.All.Concat(ImportRules.All), rule => Assert.Empty(Claims($"{rule.Message} {rule.Hint} {rule.Clause}")));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_package_page_says_that_nobody_endorsed_it(string page) =>
        Assert.Contains("No police body has endorsed", Repository.Read(page).Replace('\n', ' '), StringComparison.Ordinal);

    [Theory]
    [InlineData("This is a certified product. Not so the other.", 1)]
    [InlineData("Fully compliant with the national standard.", 1)]
    [InlineData("It is not a national standard, and nothing\nmakes it approved.", 0)]
    public void A_claim_is_found_and_a_denial_passes(string text, int claims) => Assert.Equal(claims, Claims(text).Count());

    private static IEnumerable<string> Claims(string text) =>
        SentenceEnd.Split(text.Replace('\n', ' ')).Where(sentence => Claim.IsMatch(sentence) && !Denial.IsMatch(sentence));
}
