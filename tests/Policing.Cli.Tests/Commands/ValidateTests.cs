using System.Text;
using System.Text.Json;

namespace Policing.Cli.Tests.Commands;

public sealed class ValidateTests : IDisposable
{
    private const string Bad = """{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057","type":"crime","modelVersion":"1.0","controllers":[{"scheme":"police","id":"essex"}],"reportedAt":"2999-01-01"}""";

    private readonly ToolProcess _tool = new();

    [Fact]
    public async Task LinesAreSeenOnTheStandardInput()
    {
        ToolOutcome outcome = await _tool.RunAsync(Encoding.UTF8.GetBytes($"{Bad}\n{Bad}\n"), "validate", "-", "--json");
        JsonElement input = JsonElement.Parse(outcome.Output).GetProperty("inputs")[0];
        Assert.Equal((1, 2, 2L), (outcome.Code, input.GetProperty("records").GetInt32(), input.GetProperty("findings")[1].GetProperty("line").GetInt64()));
        Assert.Equal(1, (await _tool.RunAsync(Encoding.UTF8.GetBytes(Bad), "validate", "-")).Code);
    }

    [Fact]
    public async Task WhatIsKeptOfALargeFileIsBounded()
    {
        _tool.Write("many.ndjson", string.Join('\n', Enumerable.Repeat(Bad, 5_000)));
        JsonElement input = JsonElement.Parse((await _tool.RunAsync("validate", "many.ndjson", "--json", "--most", "7")).Output).GetProperty("inputs")[0];
        Assert.Equal((5_000, 7, 5_000), (input.GetProperty("invalid").GetInt32(), input.GetProperty("findings").GetArrayLength(), input.GetProperty("rules")[0].GetProperty("times").GetInt32()));
    }

    [Fact]
    public async Task ASetIsCheckedWhereAskedFor()
    {
        string good = Bad.Replace("2999", "2025", StringComparison.Ordinal);
        _tool.Write("twice.ndjson", good + "\n" + good);
        Assert.Equal(0, (await _tool.RunAsync("validate", "twice.ndjson")).Code);
        Assert.Contains("PSDK-RUL-0014", (await _tool.RunAsync("validate", "twice.ndjson", "--set")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task QuietSaysTheAnswerAlone()
    {
        _tool.Write("bad.json", Bad);
        ToolOutcome outcome = await _tool.RunAsync("validate", "bad.json", "--quiet");
        Assert.StartsWith("NOT VALID: ", Assert.Single(outcome.Output.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal("", outcome.Errors);
        Assert.DoesNotContain('\u001b', outcome.Output);
    }

    [Fact]
    public async Task GapsAreSaidOfLinesAndOfBundlesWhereAskedFor()
    {
        foreach (string form in (string[])["lines", "bundle"])
        {
            // The general records are valid, and lack much of what a role asks for.
            Assert.Equal(0, (await _tool.RunAsync("generate", form, "--form", form, "-n", "200")).Code);
            Assert.DoesNotContain("PSDK-CMP-", (await _tool.RunAsync("validate", form)).Output, StringComparison.Ordinal);
            ToolOutcome outcome = await _tool.RunAsync("validate", form, "--profile", "pole", "--fail-on", "warning");
            Assert.Equal(1, outcome.Code);
            Assert.Contains("warning PSDK-CMP-", outcome.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ProfilesOfOnesOwnAreAFile()
    {
        const string Ours = """{"format":"policing-profiles/1.0","id":"acme","title":"Ours","source":"ours","rulePrefix":"ACME","profiles":[{"id":"CRIME","title":"A crime","record":"crime","gaps":[{"id":"001","message":"The crime has no summary.","hint":"Write one.","severity":"warning","of":[{"member":"summary"}]}]}]}""";
        _tool.Write("crime.ndjson", Bad.Replace("2999", "2025", StringComparison.Ordinal) + "\n");
        ToolOutcome refused = await _tool.RunAsync("validate", "crime.ndjson", "--profile", _tool.Write("none.json", Ours.Replace("summary", "shoeSize", StringComparison.Ordinal)));
        Assert.Equal(2, refused.Code);
        Assert.Contains("the profiles are not right", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await _tool.RunAsync("validate", "crime.ndjson", "--profile", "not-there.json")).Code);
        Assert.Contains("ACME-", (await _tool.RunAsync("validate", "crime.ndjson", "--profile", _tool.Write("ours.json", Ours))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConformanceListsGapsWhereAskedForAndTheyDoNotDecide()
    {
        Assert.Equal(0, (await _tool.RunAsync("generate", "records.ndjson", "-n", "200")).Code);
        ToolOutcome without = await _tool.RunAsync("conformance", "run", "records.ndjson", "--json"), with = await _tool.RunAsync("conformance", "run", "records.ndjson", "--profile", "pole", "--json");
        Assert.Equal((0, 0), (without.Code, with.Code));
        Assert.DoesNotContain("PSDK-CMP-", without.Output, StringComparison.Ordinal);
        JsonElement[] gaps = [.. JsonElement.Parse(with.Output).GetProperty("results").EnumerateArray().Where(r => r.GetProperty("requirement").GetString()!.StartsWith("PSDK-CMP-", StringComparison.Ordinal))];
        Assert.Contains(gaps, g => g.GetProperty("status").GetString() == "failed");
        Assert.Equal(2, (await _tool.RunAsync("conformance", "run", "--profile", "pole", "--", "true")).Code);
    }

    [Fact]
    public async Task TheDayCanBeAnother()
    {
        _tool.Write("later.json", Bad.Replace("2999", "2025", StringComparison.Ordinal));
        Assert.Equal(0, (await _tool.RunAsync("validate", "later.json", "--as-of", "2025-01-02")).Code);
        Assert.Equal(1, (await _tool.RunAsync("validate", "later.json", "--as-of", "2024-12-01")).Code);
        Assert.Equal(2, (await _tool.RunAsync("validate", "later.json", "--as-of", "yesterday")).Code);
    }

    public void Dispose() => _tool.Dispose();
}
