using System.Text.Json;

namespace Policing.Cli.Tests.Commands;

/// <summary>Runs of the tool against programs that are clients of the partner API.</summary>
public sealed class ClientRunTests : IDisposable
{
    // Claims to search, asks nothing of the host, and says that all is done.
    private const string Pretending = """read x; echo '{"protocol":1,"product":"shell","operations":["search"]}'; n=0; while read y; do n=$((n+1)); echo "{\"seq\":$n,\"outcome\":\"done\",\"ids\":[\"Zebedee-Quux\"]}"; done""";

    private readonly ToolProcess _tool = new();

    [Fact]
    public async Task AClientThatPretendsIsNotConformantAndNothingThatItSaidIsInTheReports()
    {
        Assert.SkipUnless(File.Exists("/bin/sh"), "There is no /bin/sh here.");
        ToolOutcome outcome = await _tool.RunAsync("conformance", "run", "--client", "--report", "r.json", "--junit", "j.xml", "--sarif", "s.sarif", "--html", "h.html", "--", "/bin/sh", "-c", Pretending);
        Assert.Equal(1, outcome.Code);
        Assert.Contains("PSDK-CLI-0301 MUST not met, 1 of 1", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("The request that the task takes did not come.", outcome.Output, StringComparison.Ordinal);
        foreach (string report in (string[])["r.json", "j.xml", "s.sarif", "h.html"])
        {
            Assert.Contains("PSDK-CLI-0301", _tool.Read(report), StringComparison.Ordinal);
            Assert.DoesNotContain("Zebedee", _tool.Read(report), StringComparison.Ordinal);
            Assert.DoesNotContain("127.0.0.1", _tool.Read(report), StringComparison.Ordinal);
        }

        JsonElement report1 = JsonElement.Parse(_tool.Read("r.json"));
        Assert.Equal("search", Assert.Single(report1.GetProperty("product").GetProperty("operations").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task AProgramThatIsNoClientIsUnreachable()
    {
        ToolOutcome outcome = await _tool.RunAsync("conformance", "run", "--client", "--", ToolProcess.Host, ToolProcess.Assembly, "--version");
        Assert.Equal(3, outcome.Code);
        Assert.Contains("clients.md has what it must answer", outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--client is about a program", "--client")]
    [InlineData("--client is about a program", "--client", "records")]
    [InlineData("documents, a program and a server", "--client", "records", "--", "dotnet")]
    public async Task WhatDoesNotGoTogetherIsSaid(string said, params string[] arguments)
    {
        ToolOutcome outcome = await _tool.RunAsync(["conformance", "run", .. arguments]);
        Assert.Equal((2, ""), (outcome.Code, outcome.Output));
        Assert.Contains(said, outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("  do: ", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItsRequirementsAreListedAndExplained()
    {
        ToolOutcome list = await _tool.RunAsync("conformance", "list", "--target", "client", "--quiet");
        Assert.Contains("PSDK-CLI-0001", list.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("PSDK-SRV", list.Output, StringComparison.Ordinal);
        ToolOutcome explained = await _tool.RunAsync("conformance", "explain", "PSDK-CLI-0204");
        Assert.Contains("case PSDK-CLI-0204/change-member: another writes between reading and writing", explained.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _tool.Dispose();
}
