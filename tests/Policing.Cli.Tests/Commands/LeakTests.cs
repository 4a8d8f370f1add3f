namespace Policing.Cli.Tests.Commands;

/// <summary>Canaries in documents and file names, by processes.</summary>
public sealed class LeakTests : IDisposable
{
    private const string Canary = "Zebedee-Quux";

    private readonly ToolProcess _tool = new();

    [Theory]
    [InlineData("validate", "records")]
    [InlineData("validate", "records", "--json")]
    [InlineData("validate", "records", "--set", "--fail-on", "information")]
    [InlineData("conformance", "run", "records")]
    [InlineData("conformance", "run", "records", "--json")]
    [InlineData("validate", "records", "--codes", "records/Zebedee-Quux.json")]
    [InlineData("conformance", "run", "records", "--waivers", "records/Zebedee-Quux.json")]
    [InlineData("import", "police-uk", "records", "-o", "out")]
    [InlineData("schema", "diff", "published", "records/Zebedee-Quux.json")]
    public async Task NothingOfAFileIsInWhatTheToolSays(params string[] arguments)
    {
        Directory.CreateDirectory(Path.Combine(_tool.Folder, "records"));
        _tool.Write($"records/{Canary}.json", """{"type":"person","CANARY":"CANARY","sex":"CANARY","names":[{"surname":7,"CANARY":1}],"extensions":{"CANARY":{"mustUnderstand":true}}}""".Replace("CANARY", Canary, StringComparison.Ordinal));
        _tool.Write($"records/{Canary}.ndjson", $$"""
            {"type":"{{Canary}}","{{Canary}}":1}
            {"type":"person","{{Canary}}":{{Canary}}
            {{Canary}}
            """);
        ToolOutcome outcome = await _tool.RunAsync(arguments);
        Assert.NotEqual(0, outcome.Code);
        Assert.DoesNotContain(Canary, outcome.Output + outcome.Errors, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task PathsAreShownWhereAskedFor()
    {
        _tool.Write($"{Canary}.json", "{}");
        Assert.Contains($"{Canary}.json", (await _tool.RunAsync("validate", $"{Canary}.json", "--show-paths")).Output, StringComparison.Ordinal);
    }

    public void Dispose() => _tool.Dispose();
}
