using System.Xml.Linq;
using Policing.Conformance.Reports;
using Policing.Conformance.Running;

namespace Policing.Conformance.Tests.Reports;

/// <summary>The line for a README.</summary>
public sealed class BadgeReportTests
{
    private const string Good = """{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057","type":"crime","modelVersion":"1.0","controllers":[{"scheme":"police","id":"essex"}],"reportedAt":"2025-01-01"}""";
    private static readonly string Bad = Good.Replace("2025", "2999", StringComparison.Ordinal);

    [Fact]
    public async Task ItSaysTheVerdictTheCountAndTheDayAndThatItIsSelfDeclared()
    {
        ConformanceRun run = await Runs.OfDocumentsAsync(Good);
        string[] words = Words(run);
        Assert.Equal("conformance, self-declared", words[0]);
        Assert.Matches($"^conformant, [1-9][0-9]* MUST judged, {run.StartedAt.UtcDateTime:yyyy-MM-dd}$", words[1]);
    }

    [Fact]
    public async Task WhatIsNotMetIsCounted() => Assert.Matches("^not conformant, 1 of [1-9][0-9]* MUST not met, ", Words(await Runs.OfDocumentsAsync(Bad))[1]);

    [Fact]
    public async Task AWaiverIsSaid()
    {
        ConformanceRun run = await Runs.OfDocumentsAsync(Bad, waivers: """{"waivers":[{"requirement":"PSDK-RUL-0006","owner":"team","reason":"clock","expires":"2099-01-01"}]}""");
        Assert.StartsWith("conformant with waivers, ", Words(run)[1], StringComparison.Ordinal);
    }

    // Drawn in a page of others: nothing in it is fetched or runs, and it borrows no authority.
    [Fact]
    public async Task ItFetchesNothingAndClaimsNothing()
    {
        XElement root = XDocument.Parse(Runs.Text(await Runs.OfDocumentsAsync(Bad), ReportFormat.Badge)).Root!;
        Assert.Equal(["rect", "svg", "text", "title"], root.DescendantsAndSelf().Select(e => e.Name.LocalName).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(), a => !a.IsNamespaceDeclaration && (a.Value.Contains("url", StringComparison.Ordinal) || a.Value.Contains("//", StringComparison.Ordinal)));
        Assert.Contains("No police body has endorsed", root.Elements().First(e => e.Name.LocalName == "title").Value, StringComparison.Ordinal);
        Assert.DoesNotContain("national", root.Value, StringComparison.OrdinalIgnoreCase);
    }

    private static string[] Words(ConformanceRun run) =>
        [.. XDocument.Parse(Runs.Text(run, ReportFormat.Badge)).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value)];
}
