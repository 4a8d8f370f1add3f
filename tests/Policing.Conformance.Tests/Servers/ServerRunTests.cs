using Microsoft.AspNetCore.Http;
using Policing.Conformance.Reports;
using Policing.Conformance.Running;
using Policing.Conformance.Servers;
using Policing.Conformance.Targets;
using Policing.PartnerHost;

namespace Policing.Conformance.Tests.Servers;

/// <summary>Runs against a host of the partner API over real HTTP on loopback.</summary>
public sealed class ServerRunTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("psdk-servers-");

    private string Journal => Path.Combine(_folder.FullName, "run.journal");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheHostOfTheSdkIsConformantAndNothingOfTheRunIsLeft()
    {
        await using LoopbackHost host = await LoopbackHost.StartAsync();
        ConformanceRun run = await new ConformanceRunner().RunAsync(host.Target(Journal), cancellationToken: Cancel);
        Assert.Empty(run.Results.Where(r => r.IsUnmet).SelectMany(r => r.Cases).Select(c => $"{c.Id} {c.Reason!.Code} {c.Pointer}"));
        Assert.Equal(ConformanceVerdict.Conformant, run.Verdict);
        using MemoryStream report = new();
        ConformanceReport.Write(report, run, ReportFormat.Json);
        Assert.True(Requirements.RequirementSetTests.Schema("report").IsValid(report.ToArray()));
        Assert.Equal(["getCheckpoint/not-available"], run.Results.Where(r => r.Status is ResultStatus.NotClaimed).Select(r => ServerCaseBook.KeyOf(r.Requirement)));
        Assert.False(File.Exists(Journal));
        Assert.DoesNotContain(await ContentsAsync(host), content => content.Contains(ServerRecords.Make, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{")]
    [InlineData("""{"change":1,"record":[],"version":1e99,"versions":[1],"links":[1],"matches":[1],"events":[1],"cursor":{},"lists":[1],"id":7,"code":7,"type":[],"status":"x"}""")]
    [InlineData("""{"change":"created","record":"urn:uuid:x","version":1.5,"versions":[{"number":"1"},{}],"matches":[{"match":1}],"cursor":"","lists":[[]],"status":1e5,"bundle":[]}""")]
    public async Task AServerThatAnswersAnythingIsJudgedToTheEnd(string body)
    {
        await using LoopbackHost host = await LoopbackHost.StartAsync();
        int turn = 0;
        host.Fault = async (http, next) =>
        {
            if (http.Request.Path.Value!.EndsWith("/capabilities", StringComparison.Ordinal))
            {
                await next(http);
                return;
            }

            http.Response.StatusCode = (Interlocked.Increment(ref turn) % 3) switch { 0 => 200, 1 => 201, _ => 404 };
            http.Response.Headers.ETag = "\"1\"";
            http.Response.ContentType = "application/problem+json";
            await http.Response.WriteAsync(body);
        };
        ConformanceRun run = await new ConformanceRunner().RunAsync(host.Target(Journal), cancellationToken: Cancel);
        Assert.Equal(ConformanceVerdict.NotConformant, run.Verdict);
        Assert.True(run.Results.Count(r => r.IsBreach) > 80);
        using MemoryStream report = new();
        ConformanceReport.Write(report, run, ReportFormat.Json);
        Assert.True(Requirements.RequirementSetTests.Schema("report").IsValid(report.ToArray()));
    }

    [Fact]
    public async Task ALiveServerIsRefusedAndNothingIsSentToIt()
    {
        await using LoopbackHost host = await LoopbackHost.StartAsync(PartnerEnvironment.Live);
        await Assert.ThrowsAsync<TargetRefusedException>(() => new ConformanceRunner().RunAsync(host.Target(Journal), cancellationToken: Cancel));
        Assert.Empty(await host.Store.ChangesAsync("south", 0, 10, Cancel));
        Assert.False(File.Exists(Journal));
    }

    [Fact]
    public async Task WithoutAWordThatItIsMineNothingIsAsked()
    {
        await using LoopbackHost host = await LoopbackHost.StartAsync();
        int asked = 0;
        host.Fault = (http, next) =>
        {
            asked++;
            return next(http);
        };
        TargetRefusedException refused = await Assert.ThrowsAsync<TargetRefusedException>(() => new ConformanceRunner().RunAsync(host.Target(Journal, isMine: false), cancellationToken: Cancel));
        Assert.Contains("--target-is-mine", refused.Hint, StringComparison.Ordinal);
        Assert.Equal(0, asked);
    }

    [Theory]
    [InlineData("http://192.0.2.7/")]
    [InlineData("https://user:word@192.0.2.7/")]
    [InlineData("https://192.0.2.7/?token=Qzxcanary")]
    [InlineData("ftp://192.0.2.7/")]
    public async Task AnAddressThatIsNotSafeIsRefusedUnasked(string address)
    {
        ServerTargetOptions options = new() { BaseAddress = new(address), IsMine = true, Token = "Qzxcanary", JournalPath = Journal };
        TargetRefusedException refused = await Assert.ThrowsAsync<TargetRefusedException>(() => new ConformanceRunner().RunAsync(options, cancellationToken: Cancel));
        Assert.DoesNotContain("Qzxcanary", refused.ToString() + options, StringComparison.Ordinal);
        Assert.False(File.Exists(Journal));
    }

    [Fact]
    public async Task WhereNobodyListensTheTargetIsUnreachable()
    {
        using ClosedDoor door = new();
        ServerTargetOptions options = new() { BaseAddress = door.Address, IsMine = true, Token = "kent", JournalPath = Journal };
        await Assert.ThrowsAsync<TargetUnreachableException>(() => new ConformanceRunner().RunAsync(options, cancellationToken: Cancel));
    }

    [Fact]
    public async Task WhatARunLeftThatWasEndedByForceTheNextDisposesOf()
    {
        await using LoopbackHost host = await LoopbackHost.StartAsync();
        // As after a crash: the journal has what was written, and nobody disposed of it.
        host.Fault = (http, next) => http.Request.Path.Value!.EndsWith("/status", StringComparison.Ordinal) ? Task.Run(() => http.Response.StatusCode = 503) : next(http);
        await new ConformanceRunner().RunAsync(host.Target(Journal), cancellationToken: Cancel);
        Assert.True(File.Exists(Journal));
        Assert.Contains(await ContentsAsync(host), content => content.Contains(ServerRecords.Make, StringComparison.Ordinal));
        string left = await File.ReadAllTextAsync(Journal, Cancel);
        Assert.DoesNotContain(host.Address.Authority, left, StringComparison.Ordinal);
        // The last line was cut off when the machine stopped.
        await File.AppendAllTextAsync(Journal, "{\"type\":\"veh", Cancel);

        host.Fault = null;
        ConformanceRun next = await new ConformanceRunner().RunAsync(host.Target(Journal), cancellationToken: Cancel);
        Assert.Equal(ConformanceVerdict.Conformant, next.Verdict);
        Assert.False(File.Exists(Journal));
        Assert.DoesNotContain(await ContentsAsync(host), content => content.Contains(ServerRecords.Make, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ARunThatIsStoppedDisposesOfWhatItWrote()
    {
        await using LoopbackHost host = await LoopbackHost.StartAsync();
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Told told = new(count => { if (count == 60) stop.Cancel(); });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ConformanceRunner().RunAsync(host.Target(Journal), told, stop.Token));
        Assert.False(File.Exists(Journal));
        Assert.DoesNotContain(await ContentsAsync(host), content => content.Contains(ServerRecords.Make, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AJournalOfAnotherServerOrAnyOtherFileIsRefusedAndLeftAsItWas()
    {
        await using LoopbackHost host = await LoopbackHost.StartAsync();
        foreach (string text in (string[])["{\"server\":\"00\"}\n{\"type\":\"vehicle\",\"id\":\"0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11\"}\n", "shopping\n", "[]\n"])
        {
            await File.WriteAllTextAsync(Journal, text, Cancel);
            await Assert.ThrowsAsync<TargetRefusedException>(() => new ConformanceRunner().RunAsync(host.Target(Journal), cancellationToken: Cancel));
            Assert.Equal(text, await File.ReadAllTextAsync(Journal, Cancel));
        }
    }

    [Fact]
    public async Task WhatTheServerDoesNotClaimAndTheRunHasNoTokenForIsListed()
    {
        await using LoopbackHost host = await LoopbackHost.StartAsync();
        ServerTargetOptions options = new() { BaseAddress = host.Address, IsMine = true, Token = "kent", JournalPath = Journal, AnswerTime = TimeSpan.FromSeconds(60) };
        ConformanceRun run = await new ConformanceRunner().RunAsync(options, cancellationToken: Cancel);
        Assert.Equal(ConformanceVerdict.Conformant, run.Verdict);
        Assert.Contains(run.Results, r => r.Status == ResultStatus.NotClaimed && r.Why!.Contains("another agency", StringComparison.Ordinal));
        Assert.Contains(run.Results, r => r.Status == ResultStatus.NotClaimed && r.Why!.Contains("without scopes", StringComparison.Ordinal));
        Assert.Equal("The run has no key of the audit log.", Of(run, "getCheckpoint/signed").Why);
    }

    [Fact]
    public async Task AServerWithoutAnAuditSurfaceClaimsNoneAndSaysSo()
    {
        await using LoopbackHost host = await LoopbackHost.StartAsync(hasAuditSurface: false);
        ConformanceRun run = await new ConformanceRunner().RunAsync(host.Target(Journal), cancellationToken: Cancel);
        Assert.Equal(ConformanceVerdict.Conformant, run.Verdict);
        Assert.Equal(ResultStatus.Passed, Of(run, "getCheckpoint/not-available").Status);
        Assert.All((string[])["getCheckpoint/signed", "getTile/root", .. EntrySteps.All.Select(s => s.Key)], key => Assert.Equal("The server has no audit surface.", Of(run, key).Why));
    }

    [Fact]
    public async Task CheckpointsThatLagBehindAreWaitedFor()
    {
        await using LoopbackHost host = await LoopbackHost.StartAsync();
        host.Log.SignsEvery = 3;
        ConformanceRun run = await new ConformanceRunner().RunAsync(host.Target(Journal, checkpointTime: TimeSpan.FromMinutes(1)), cancellationToken: Cancel);
        Assert.Empty(run.Results.Where(r => r.IsUnmet).SelectMany(r => r.Cases).Select(c => $"{c.Id} {c.Reason!.Code} {c.Pointer}"));
    }

    [Fact]
    public async Task EntriesBesidesThoseOfTheRunDoNoHarmAndHideNoneThatIsMissing()
    {
        await using LoopbackHost host = await LoopbackHost.StartAsync();
        host.Log.EntriesOfEach = 2;
        host.Fault = (http, next) => http.Request.Path.Value!.EndsWith("/search", StringComparison.Ordinal) ? host.Log.WithoutAsync(http, next, status => status == 200) : next(http);
        ConformanceRun run = await new ConformanceRunner().RunAsync(host.Target(Journal), cancellationToken: Cancel);
        Assert.Equal(["search/written-down"], run.Results.Where(r => r.IsUnmet).Select(r => ServerCaseBook.KeyOf(r.Requirement)));
    }

    [Theory]
    [InlineData("18446744073709551615")]
    [InlineData("18446744073709551616")]
    [InlineData("0")]
    [InlineData("-1")]
    public async Task ALogOfAnySizeIsJudgedToTheEnd(string size)
    {
        await using LoopbackHost host = await LoopbackHost.StartAsync();
        Func<HttpContext, RequestDelegate, Task> changed = ServerMutants.Checkpoints(lines => lines[1] = size);
        host.Fault = (http, next) => http.Request.Path.Value!.EndsWith("/checkpoint", StringComparison.Ordinal) ? changed(http, next) : next(http);
        ConformanceRun run = await new ConformanceRunner().RunAsync(host.Target(Journal), cancellationToken: Cancel);
        Assert.Equal(ResultStatus.Failed, Of(run, "getRecord/written-down").Status);
        Assert.Equal(ResultStatus.Failed, Of(run, "getCheckpoint/signed").Status);
    }

    [Fact]
    public async Task AStreamWithoutAnEndIsLeft()
    {
        await using LoopbackHost host = await LoopbackHost.StartAsync();
        host.Fault = async (http, next) =>
        {
            if (http.Request.Headers.Accept != "text/event-stream")
            {
                await next(http);
                return;
            }

            http.Response.ContentType = "text/event-stream";
            byte[] more = new byte[1 << 16];
            Array.Fill(more, (byte)'a');
            while (!http.RequestAborted.IsCancellationRequested) await http.Response.Body.WriteAsync(more, http.RequestAborted);
        };
        ConformanceRun run = await new ConformanceRunner().RunAsync(host.Target(Journal), cancellationToken: Cancel);
        Assert.Equal("other-form", Of(run, "getChanges/stream").Cases.Single().Reason!.Code);
    }

    private static RequirementResult Of(ConformanceRun run, string key) => run.Results.Single(r => ServerCaseBook.KeyOf(r.Requirement) == key);

    public void Dispose() => _folder.Delete(recursive: true);

    private sealed class Told(Action<long> tell) : IProgress<long>
    {
        public void Report(long value) => tell(value);
    }

    private static async Task<IReadOnlyList<string>> ContentsAsync(LoopbackHost host)
    {
        List<string> contents = [];
        foreach (StoredChange change in await host.Store.ChangesAsync("south", 0, int.MaxValue, Cancel))
            if (await host.Store.FindAsync("south", change.Record, Cancel) is { } record) contents.Add(System.Text.Encoding.UTF8.GetString(record.Content.Span));
        return contents;
    }
}
