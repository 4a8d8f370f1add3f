using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Policing.Conformance.Tests.Servers;
using Policing.DataModel;
using Policing.PartnerHost;

namespace Policing.Cli.Tests.Commands;

/// <summary>Runs of the tool, as a process, against a host of the partner API on loopback.</summary>
public sealed class ServerRunTests : IDisposable
{
    private readonly ToolProcess _tool = new();

    [Fact]
    public async Task AServerIsJudgedWithItsReportsAndNothingOfTheRunIsLeft()
    {
        await using LoopbackHost host = await LoopbackHost.StartAsync();
        ToolOutcome outcome = await _tool.RunAsync([.. Run(host.Address), "--token-without-scopes-file", _tool.Write("none.txt", "nothing"), "--token-of-another-file", _tool.Write("another.txt", "essex\n"), "--audit-key", host.Log.KeyText,
            "--report", "r.json", "--junit", "j.xml", "--sarif", "s.sarif", "--html", "h.html", "--json"]);
        Assert.True((0, "") == (outcome.Code, outcome.Errors), outcome.Output + outcome.Errors);
        Assert.Equal("conformant", JsonElement.Parse(outcome.Output).GetProperty("verdict").GetString());
        Assert.False(File.Exists(Path.Combine(_tool.Folder, "policing-conformance.journal")));
        foreach (string report in (string[])["r.json", "j.xml", "s.sarif", "h.html"])
        {
            Assert.Contains("PSDK-SRV-0351", _tool.Read(report), StringComparison.Ordinal);
            Assert.DoesNotContain(host.Log.KeyText, _tool.Read(report), StringComparison.Ordinal);
            Assert.DoesNotContain(host.Address.Authority, _tool.Read(report), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AServerThatBreaksTheContractIsNotConformantAndTheReasonIsSaid()
    {
        await using LoopbackHost host = await LoopbackHost.StartAsync();
        host.Fault = (http, next) =>
        {
            http.Response.OnStarting(() =>
            {
                if (http.Response.StatusCode == 428) http.Response.StatusCode = 400;
                return Task.CompletedTask;
            });
            return next(http);
        };
        ToolOutcome outcome = await _tool.RunAsync(Run(host.Address));
        Assert.Equal(1, outcome.Code);
        Assert.Contains("PSDK-SRV-0323 MUST not met", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("The answer has another status than the contract says.", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALiveServerAndOneThatNobodyOwnsAreRefused()
    {
        await using LoopbackHost live = await LoopbackHost.StartAsync(PartnerEnvironment.Live);
        ToolOutcome refused = await _tool.RunAsync(Run(live.Address));
        Assert.Equal((2, ""), (refused.Code, refused.Output));
        Assert.Contains("does not say that it is a test", refused.Errors, StringComparison.Ordinal);
        ToolOutcome nobodys = await _tool.RunAsync([.. Run(live.Address).Where(a => a != "--target-is-mine")]);
        Assert.Equal(2, nobodys.Code);
        Assert.Contains("--target-is-mine", nobodys.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACheckpointThatAnotherKeySignedIsToldOf()
    {
        await using LoopbackHost host = await LoopbackHost.StartAsync();
        ToolOutcome outcome = await _tool.RunAsync([.. Run(host.Address), "--audit-key", _tool.Write("other.pub", new TreeLog().KeyText + "\n")]);
        Assert.Equal(1, outcome.Code);
        Assert.Contains("PSDK-SRV-1352 MUST not met", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatARunWroteThatWasKilledTheNextOneDisposesOf()
    {
        const int Before = 5;
        await using LoopbackHost host = await LoopbackHost.StartAsync();
        TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int writes = 0;
        // After so many records the run gets no answer any more, so that it is in the middle when it is killed.
        host.Fault = async (http, next) =>
        {
            if (writes == Before)
            {
                written.TrySetResult();
                await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
                return;
            }

            http.Response.OnStarting(() =>
            {
                if (http.Request.Method == "PUT" && http.Response.StatusCode == 201) writes++;
                return Task.CompletedTask;
            });
            await next(http);
        };
        string journal = Path.Combine(_tool.Folder, "policing-conformance.journal");
        using (Process run = _tool.Begin(Run(host.Address)))
        {
            await written.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancel);
            run.Kill();
            await run.WaitForExitAsync(Cancel);
            Assert.NotEqual(0, run.ExitCode);
        }

        Assert.True(File.Exists(journal));
        // Those of bundles besides.
        Assert.True(await KeptAsync(host) >= Before);
        host.Fault = null;
        Assert.Equal(0, (await _tool.RunAsync(Run(host.Address))).Code);
        Assert.False(File.Exists(journal));
        Assert.Equal(0, await KeptAsync(host));
    }

    [Fact]
    public async Task AServerThatDoesNotAnswerIsUnreachable()
    {
        using ClosedDoor door = new();
        ToolOutcome outcome = await _tool.RunAsync(Run(door.Address));
        Assert.Equal((3, ""), (outcome.Code, outcome.Output));
        Assert.Contains("  do: ", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsMissingOrWrongIsSaidWithoutItsWords()
    {
        foreach (string[] arguments in (string[][])
        [
            ["--target", "http://127.0.0.1:9/", "--target-is-mine"],
            ["--target", "Qzxcanary", "--target-is-mine", "--token-file", _tool.Write("token.txt", "kent")],
            ["--target", "http://127.0.0.1:9/", "--target-is-mine", "--token-file", _tool.Write("bad.txt", "Bearer Qzxcanary")],
            ["--target", "http://127.0.0.1:9/", "--target-is-mine", "--token-file", "Qzxcanary.txt"],
            ["--target", "http://127.0.0.1:9/", "--target-is-mine", "--token-file", "token.txt", "--agency", "Qzxcanary"],
            ["--target", "http://192.0.2.1/Qzxcanary", "--target-is-mine", "--token-file", "token.txt"],
            ["--target", "http://127.0.0.1:9/", "--target-is-mine", "--token-file", "token.txt", "--audit-key", "Qzxcanary"],
            ["--target", "http://127.0.0.1:9/", "--target-is-mine", "--token-file", "token.txt", "--audit-key", _tool.Write("no.pub", "Qzxcanary")],
            ["--target", "http://127.0.0.1:9/", "--target-is-mine", "--token-file", "token.txt", "--checkpoint-seconds", "0"],
            ["records", "--target", "http://127.0.0.1:9/"],
            ["--target", "http://127.0.0.1:9/", "--profile", "pole"],
        ])
        {
            ToolOutcome outcome = await _tool.RunAsync(["conformance", "run", .. arguments]);
            Assert.Equal((2, ""), (outcome.Code, outcome.Output));
            Assert.DoesNotContain("Qzxcanary", outcome.Errors, StringComparison.Ordinal);
            Assert.Contains("  do: ", outcome.Errors, StringComparison.Ordinal);
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // Records of the kit whose content the server still has.
    private static async Task<int> KeptAsync(LoopbackHost host)
    {
        int kept = 0;
        foreach (RecordId record in (await host.Store.ChangesAsync("south", 0, int.MaxValue, Cancel)).Select(change => change.Record).Distinct())
            if (await host.Store.FindAsync("south", record, Cancel) is { } stored && Encoding.UTF8.GetString(stored.Content.Span).Contains("Examplar-Qzxmade", StringComparison.Ordinal)) kept++;
        return kept;
    }

    public void Dispose() => _tool.Dispose();

    private string[] Run(Uri address) => ["conformance", "run", "--target", address.AbsoluteUri, "--target-is-mine", "--token-file", _tool.Write("token.txt", "kent\n"), "--answer-seconds", "60"];
}
