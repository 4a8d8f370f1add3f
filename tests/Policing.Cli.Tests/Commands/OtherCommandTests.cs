using System.Text.Json;

namespace Policing.Cli.Tests.Commands;

public sealed class OtherCommandTests : IDisposable
{
    private readonly ToolProcess _tool = new();

    [Theory]
    [InlineData("schema", "list", "--json")]
    [InlineData("schema", "show", "crime")]
    [InlineData("schema", "diff", "published", "published", "--json")]
    [InlineData("codes", "list", "--json")]
    [InlineData("codes", "show", "sex", "1", "--json")]
    [InlineData("codes", "map", "sex", "pnc", "M", "--json")]
    [InlineData("conformance", "list", "--target", "consumer", "--json")]
    [InlineData("conformance", "explain", "PSDK-CON-0102", "--json")]
    [InlineData("conformance", "explain", "PSDK-CON-0102/at-top", "--document")]
    [InlineData("conformance", "explain", "PSDK-SRV-0313/other-tag", "--json")]
    [InlineData("conformance", "explain", "PSDK-CMP-P002-031", "--json")]
    [InlineData("generate", "x.ndjson", "--count", "5", "--json")]
    public async Task WhatIsAskedForAsJsonIsJson(params string[] arguments)
    {
        ToolOutcome outcome = await _tool.RunAsync(arguments);
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        Assert.Equal(JsonValueKind.Object, JsonElement.Parse(outcome.Output).ValueKind);
    }

    [Theory]
    [InlineData]
    [InlineData("validate")]
    [InlineData("conformance")]
    [InlineData("conformance", "run")]
    [InlineData("conformance", "list")]
    [InlineData("conformance", "explain")]
    [InlineData("conformance", "adapter")]
    [InlineData("conformance", "verify")]
    [InlineData("conformance", "new-key")]
    [InlineData("schema")]
    [InlineData("schema", "diff")]
    [InlineData("schema", "csharp")]
    [InlineData("codes")]
    [InlineData("codes", "map")]
    [InlineData("generate")]
    [InlineData("import")]
    [InlineData("import", "police-uk")]
    public async Task HelpHasExamples(params string[] command)
    {
        using StringWriter output = new();
        Assert.Equal(0, await Tool.RunAsync([.. command, "--help"], () => Stream.Null, output, TextWriter.Null, TestContext.Current.CancellationToken));
        Assert.Contains("Examples:\n  policing ", output.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSameSeedGivesTheSameBytesAndWhatIsGeneratedIsValid()
    {
        foreach (string form in (string[])["lines", "bundle"])
        {
            Assert.Equal(0, (await _tool.RunAsync("generate", $"a-{form}", "--form", form, "-n", "40", "--seed", "9")).Code);
            Assert.Equal(0, (await _tool.RunAsync("generate", $"b-{form}", "--form", form, "-n", "40", "--seed", "9")).Code);
            Assert.Equal(_tool.Read($"a-{form}"), _tool.Read($"b-{form}"));
            Assert.Equal(0, (await _tool.RunAsync("validate", $"a-{form}")).Code);
        }
    }

    [Fact]
    public async Task AnArchiveIsMadeAndImported()
    {
        Assert.Equal(0, (await _tool.RunAsync("generate", "archive.zip", "--form", "archive", "-n", "50")).Code);
        ToolOutcome outcome = await _tool.RunAsync("import", "police-uk", "archive.zip", "-o", "out", "--test", "--json");
        Assert.Equal(0, outcome.Code);
        JsonElement totals = JsonElement.Parse(outcome.Output).GetProperty("totals");
        Assert.Equal(totals.GetProperty("read").GetInt64(), totals.GetProperty("written").GetInt64() + totals.GetProperty("rejected").GetInt64());
    }

    [Fact]
    public async Task ClassesOfASchemaAreCSharp()
    {
        ToolOutcome outcome = await _tool.RunAsync("schema", "csharp", "stop-search", "--namespace", "Acme.Records");
        Assert.Equal(0, outcome.Code);
        Assert.Contains("namespace Acme.Records", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("public partial class StopSearch", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("JsonPropertyName(\"modelVersion\")", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABreakBetweenSchemasIsNamed()
    {
        Directory.CreateDirectory(Path.Combine(_tool.Folder, "ours/strict"));
        Directory.CreateDirectory(Path.Combine(_tool.Folder, "ours/open"));
        foreach (string set in (string[])["strict", "open"])
            _tool.Write($"ours/{set}/crime.schema.json", (await _tool.RunAsync(["schema", "show", "crime", .. set == "open" ? (string[])["--open"] : []])).Output.Replace("\"minItems\": 1", "\"minItems\": 2", StringComparison.Ordinal));
        ToolOutcome outcome = await _tool.RunAsync("schema", "diff", "published", "ours");
        Assert.Equal(1, outcome.Code);
        Assert.Contains("breaks writers: strict/crime", outcome.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _tool.Dispose();
}
