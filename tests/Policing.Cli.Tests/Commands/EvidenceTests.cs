using System.Text.Json;

namespace Policing.Cli.Tests.Commands;

/// <summary>Evidence by the tool as a process, from the key to the rerun.</summary>
public sealed class EvidenceTests : IDisposable
{
    private readonly ToolProcess _tool = new();

    [Fact]
    public async Task EvidenceIsSignedVerifiedAndRefusedWhereAnythingIsAnother()
    {
        Assert.Equal(0, (await _tool.RunAsync("conformance", "new-key", "acme.key")).Code);
        Assert.Equal(0, (await _tool.RunAsync("conformance", "new-key", "other.key")).Code);
        Assert.Equal(0, (await _tool.RunAsync("generate", "records.ndjson", "-n", "20")).Code);
        _tool.Write("product.json", """{"supplier":"Acme","product":"Records","version":"4.2"}""");
        Assert.Equal(0, (await _tool.RunAsync("conformance", "run", "records.ndjson", "--evidence", "evidence.json", "--declaration", "product.json", "--signing-key", "acme.key")).Code);

        ToolOutcome good = await VerifyAsync("acme.key.pub", "--rerun", "records.ndjson");
        Assert.True(good.Code == 0, good.Output);
        Assert.Contains("the same run comes to the same", good.Output, StringComparison.Ordinal);
        JsonElement json = JsonElement.Parse((await VerifyAsync("acme.key.pub", "--json")).Output);
        Assert.Equal((true, "good", "Acme", "conformant"), (json.GetProperty("good").GetBoolean(), json.GetProperty("outcome").GetString(), json.GetProperty("supplier").GetString(), json.GetProperty("verdict").GetString()));

        Assert.Equal((1, "other-key"), await OutcomeAsync("other.key.pub"));
        File.AppendAllText(Path.Combine(_tool.Folder, "records.ndjson"), "\n");
        ToolOutcome changed = await VerifyAsync("acme.key.pub", "--rerun", "records.ndjson");
        Assert.Equal(1, changed.Code);
        Assert.Contains("File 1 is another than it was.", changed.Output, StringComparison.Ordinal);
        string evidence = _tool.Read("evidence.json");
        int place = evidence.IndexOf("\"sig\":\"", StringComparison.Ordinal) + 20;
        _tool.Write("evidence.json", evidence[..place] + (evidence[place] == 'A' ? 'B' : 'A') + evidence[(place + 1)..]);
        Assert.Equal((1, "edited"), await OutcomeAsync("acme.key.pub"));
    }

    [Fact]
    public async Task AKeyIsItsOwnersAloneAndNeverReplaced()
    {
        Assert.Equal(0, (await _tool.RunAsync("conformance", "new-key", "acme.key")).Code);
        string key = _tool.Read("acme.key");
        Assert.Equal(2, (await _tool.RunAsync("conformance", "new-key", "acme.key")).Code);
        Assert.Equal(key, _tool.Read("acme.key"));
        if (OperatingSystem.IsWindows()) return;
        string path = Path.Combine(_tool.Folder, "acme.key");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        _tool.Write("product.json", """{"supplier":"Acme","product":"Records","version":"4.2"}""");
        _tool.Write("crime.json", "{}");
        ToolOutcome refused = await _tool.RunAsync("conformance", "run", "crime.json", "--evidence", "evidence.json", "--declaration", "product.json", "--signing-key", "acme.key");
        Assert.Equal((2, ""), (refused.Code, refused.Output));
        Assert.Contains("others than its owner may read the key", refused.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_tool.Folder, "evidence.json")));
    }

    [Fact]
    public async Task WhatIsMissingIsSaidBeforeTheRun()
    {
        _tool.Write("crime.json", "{}");
        _tool.Write("product.json", "Qzxcanary");
        Assert.Equal(0, (await _tool.RunAsync("conformance", "new-key", "acme.key")).Code);
        foreach (string[] arguments in (string[][])
        [
            ["run", "crime.json", "--evidence", "e.json"],
            ["run", "crime.json", "--signing-key", "acme.key"],
            ["run", "crime.json", "--evidence", "e.json", "--declaration", "product.json", "--signing-key", "acme.key"],
            ["run", "crime.json", "--evidence", "e.json", "--declaration", "product.json", "--signing-key", "acme.key", "--valid-days", "0"],
            ["verify", "e.json", "--key", "acme.key.pub"],
            ["verify", "crime.json", "--key", "acme.key"],
            ["verify", "crime.json", "--key", "product.json"],
            ["verify", "crime.json"],
        ])
        {
            ToolOutcome outcome = await _tool.RunAsync(["conformance", .. arguments]);
            Assert.Equal((2, ""), (outcome.Code, outcome.Output));
            Assert.Contains("  do: ", outcome.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("Qzxcanary", outcome.Errors, StringComparison.Ordinal);
        }

        Assert.Equal((1, "not-evidence"), await OutcomeAsync("acme.key.pub", "crime.json"));
    }

    public void Dispose() => _tool.Dispose();

    private Task<ToolOutcome> VerifyAsync(string key, params string[] more) => _tool.RunAsync(["conformance", "verify", "evidence.json", "--key", key, .. more]);

    private async Task<(int, string?)> OutcomeAsync(string key, string evidence = "evidence.json")
    {
        ToolOutcome outcome = await _tool.RunAsync("conformance", "verify", evidence, "--key", key, "--json");
        return (outcome.Code, JsonElement.Parse(outcome.Output).GetProperty("outcome").GetString());
    }
}
