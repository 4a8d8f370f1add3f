namespace Policing.Cli.Tests.Commands;

/// <summary>The exit codes, each by a process.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private const string Person = """{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057","type":"person","modelVersion":"1.0","controllers":[{"scheme":"police","id":"essex"}]}""";

    private readonly ToolProcess _tool = new();

    [Fact]
    public async Task ZeroForWhatIsGood()
    {
        _tool.Write("person.json", Person);
        Assert.Equal(0, (await _tool.RunAsync("validate", "person.json")).Code);
        Assert.Equal(0, (await _tool.RunAsync("conformance", "run", "person.json")).Code);
        Assert.Equal(0, (await _tool.RunAsync("--version")).Code);
        Assert.Equal(0, (await _tool.RunAsync("validate", "--help")).Code);
        Assert.Equal(0, (await _tool.RunAsync("conformance", "run", "--", ToolProcess.Host, ToolProcess.Assembly, "conformance", "adapter")).Code);
    }

    [Fact]
    public async Task OneForWhatIsNot()
    {
        _tool.Write("person.json", Person.Replace("person", "crime", StringComparison.Ordinal).Replace("}]", "}],\"reportedAt\":\"2999-01-01\"", StringComparison.Ordinal));
        ToolOutcome validated = await _tool.RunAsync("validate", "person.json");
        Assert.Equal(1, validated.Code);
        Assert.Contains("PSDK-RUL-0006 at /reportedAt (line 1, column ", validated.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await _tool.RunAsync("conformance", "run", "person.json")).Code);
        Assert.Equal(1, (await _tool.RunAsync("codes", "map", "sex", "pnc", "Q")).Code);
    }

    [Theory]
    [InlineData("argument 1 is no command here", "valdate")]
    [InlineData("there is no option --secret here", "validate", "--secret=Robin", "person.json")]
    [InlineData("<path> is missing", "validate")]
    [InlineData("there is no file or folder", "validate", "Robin-Example.json")]
    [InlineData("the value of --format is missing or not right", "validate", "person.json", "--format", "Robin")]
    [InlineData("there is nothing to judge", "conformance", "run")]
    [InlineData("documents, a program and a server", "conformance", "run", "person.json", "--", "dotnet")]
    [InlineData("the file of waivers is not right", "conformance", "run", "person.json", "--waivers", "person.json")]
    [InlineData("a full run takes no waivers", "conformance", "run", "person.json", "--waivers", "person.json", "--full")]
    [InlineData("there is no requirement of this id", "conformance", "explain", "Robin")]
    [InlineData("overlay 1 is not right", "validate", "person.json", "--codes", "person.json")]
    [InlineData("--ceiling names no tier", "validate", "person.json", "--ceiling", "Robin")]
    [InlineData("there is no schema of this name", "schema", "show", "Robin")]
    [InlineData("there is no list of this id", "codes", "show", "Robin")]
    [InlineData("--namespace is not a namespace", "schema", "csharp", "crime", "--namespace", "Robin;x")]
    [InlineData("the value of --output is missing", "import", "police-uk", "person.json")]
    [InlineData("there is something at the output's place already", "generate", "person.json")]
    [InlineData("the value of --count is missing or not right", "generate", "x.ndjson", "--count", "0")]
    public async Task TwoForWrongArgumentsWithAHintAndWithoutWhatWasTyped(string said, params string[] arguments)
    {
        _tool.Write("person.json", Person);
        ToolOutcome outcome = await _tool.RunAsync(arguments);
        Assert.Equal(2, outcome.Code);
        Assert.Contains(said, outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("  do: ", outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Robin", outcome.Errors + outcome.Output, StringComparison.Ordinal);
        Assert.Equal("", outcome.Output);
    }

    [Theory]
    [InlineData("cannot be started", "a-program-that-is-nowhere")]
    [InlineData("adapter.md has what it must answer", "host", "tool", "validate")]
    [InlineData("adapter.md has what it must answer", "host", "tool", "--version")]
    public async Task ThreeForAProgramThatCannotBeReached(string said, params string[] program)
    {
        string[] command = [.. program.Select(p => p switch { "host" => ToolProcess.Host, "tool" => ToolProcess.Assembly, _ => p })];
        ToolOutcome outcome = await _tool.RunAsync(["conformance", "run", "--html", "report.html", "--", .. command]);
        Assert.Equal(3, outcome.Code);
        Assert.Contains(said, outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_tool.Folder));
    }

    [Fact]
    public async Task FourWhereTheOutputCannotBeWritten()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no device that is always full.");
        ToolOutcome outcome = await _tool.RunOnAsync("/dev/full", "codes", "list");
        Assert.Equal(4, outcome.Code);
        Assert.Contains("the output cannot be written", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FourForAFaultOfTheToolWhichQuotesNothing()
    {
        using StringWriter errors = new();
        int code = await Tool.RunAsync(["validate", "-"], () => throw new InvalidDataException("Robin Example"), TextWriter.Null, errors, TestContext.Current.CancellationToken);
        Assert.Equal(4, code);
        Assert.Contains("InvalidDataException", errors.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Robin", errors.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _tool.Dispose();
}
