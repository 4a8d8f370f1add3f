using System.Text;
using Policing.Conformance.Clients;
using Policing.Conformance.Requirements;
using Policing.Conformance.Running;
using Policing.Conformance.Targets;
using Policing.Conformance.Tests.Targets;

namespace Policing.Conformance.Tests.Clients;

/// <summary>The lines between the kit and a client in another language.</summary>
public sealed class ClientAdapterTests
{
    private const string Describes = """read x; echo '{"protocol":1,"product":"shell","operations":["accept","read","follow-changes"]}'; """;

    private static readonly ClientTask Full = new()
    {
        Operation = ClientOperation.ChangeStatus,
        Service = new() { BaseAddress = new("http://127.0.0.1:1/c1/"), TokenAddress = new("http://127.0.0.1:1/c1/token"), ClientId = "c", Token = "t" },
        Purpose = "investigation",
        Basis = "part-3-task",
        Case = "1/1",
        Justification = "words",
        Time = TimeSpan.FromSeconds(3),
        Id = "urn:uuid:0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11",
        Document = "{\"id\":7}"u8.ToArray(),
        Tag = "\"3\"",
        Pointer = "/make",
        Value = "{\"a\":[1]}",
        Mark = "ZZ99ZZZ",
        PageSize = 2,
        Reason = "twice",
        Key = new("0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d12"),
        Cursor = "c.1",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void ATaskIsReadAsItWasWritten()
    {
        (ClientTask task, long sequence) = ClientMessages.Task(Encoding.UTF8.GetString(ClientMessages.Ask(Full, 7)))!.Value;
        Assert.Equal(7, sequence);
        Assert.Equal(Full with { Service = task.Service, Document = task.Document }, task);
        Assert.Equal(Full.Document.ToArray(), task.Document.ToArray());
        Assert.Equal((Full.Service.BaseAddress, Full.Service.TokenAddress, "c", "t"), (task.Service.BaseAddress, task.Service.TokenAddress, task.Service.ClientId, task.Service.Token));
    }

    [Fact]
    public void AnAnswerIsReadAsItWasWritten()
    {
        ClientAnswer answer = ClientAnswer.Of(ClientOutcome.NotSent, "stale") with { Document = new byte[] { 0xFF, 1 }, Ids = ["a", "b"], Events = [new("1", "created", "r")], Cursor = "c" };
        ClientAnswer read = ClientMessages.Answer(ClientMessages.Give(answer, 7), 7);
        Assert.Equal(answer with { Document = read.Document }, read);
        Assert.Equal([0xFF, 1], read.Document!.Value.ToArray());
        Assert.True(ClientMessages.Answer(ClientMessages.Give(ClientAnswer.Skipped, 8), 8).IsSkipped);
    }

    [Theory]
    [InlineData("""{"seq":99,"outcome":"done"}""")]
    [InlineData("""{"seq":1,"outcome":"perfect"}""")]
    [InlineData("""{"seq":1}""")]
    [InlineData("""{"seq":1,"outcome":"done","ids":[1]}""")]
    [InlineData("""{"seq":1,"outcome":"done","events":[1]}""")]
    [InlineData("[1]")]
    [InlineData("nonsense")]
    public async Task WhatIsNoAnswerIsAnErrorOfTheCase(string line)
    {
        ShellAdapter.RequireShell();
        await using AdapterTarget target = new(ShellAdapter.Options($"{Describes}read y; echo '{line}'"));
        TargetFaultException fault = await Assert.ThrowsAsync<TargetFaultException>(() => target.DoAsync(Full, Cancel).AsTask());
        Assert.Equal("not-an-answer", fault.Reason.Code);
    }

    [Fact]
    public async Task WhatIsClaimedIsAskedAndASkipIsNoPass()
    {
        ShellAdapter.RequireShell();
        await using AdapterTarget target = new(ShellAdapter.Options(Describes + """n=0; while read y; do n=$((n+1)); echo "{\"seq\":$n,\"skipped\":true}"; done"""));
        ConformanceRun run = await new ConformanceRunner().RunClientAsync(target, cancellationToken: Cancel);
        Assert.Equal(ConformanceVerdict.NotConformant, run.Verdict);
        Assert.Equal([ClientOperation.Read, ClientOperation.FollowChanges], run.Target!.Tasks.AsEnumerable());
        Assert.All(run.Results.Where(r => r.Requirement.NotTested is null), r =>
        {
            bool isClaimed = r.Requirement.JudgedBy.AsEnumerable().Intersect(["read", "follow-changes"], StringComparer.Ordinal).Any();
            Assert.Equal(isClaimed ? ResultStatus.Skipped : ResultStatus.NotClaimed, r.Status);
        });
    }

    [Fact]
    public async Task AClientThatThrowsFailsTheCaseAndOneThatHasEndedIsStartedAgain()
    {
        ShellAdapter.RequireShell();
        await using AdapterTarget target = new(ShellAdapter.Options(Describes + "read y; exit 1") with { Restarts = 1 });
        for (int i = 0; i < 2; i++) Assert.Equal("ended", (await Assert.ThrowsAsync<TargetFaultException>(() => target.DoAsync(Full, Cancel).AsTask())).Reason.Code);
        await Assert.ThrowsAsync<TargetUnreachableException>(() => target.DoAsync(Full, Cancel).AsTask());
        RequirementResult result = await new ConformanceRunner().RunClientAsync(new Throwing(), RequirementSet.BuiltIn.Find("PSDK-CLI-0102")!, Cancel);
        Assert.Equal(ResultStatus.Error, result.Status);
        Assert.Equal("threw", Assert.Single(result.Cases).Reason!.Code);
    }

    [Fact]
    public async Task TheLoopDoesWhatAClientIsAsked()
    {
        using MemoryStream answers = new();
        string questions = Encoding.UTF8.GetString([.. AdapterMessages.Start, .. AdapterMessages.Ask(ShellAdapter.Question, 1), .. ClientMessages.Ask(Full, 2), .. AdapterMessages.Stop]);
        await AdapterLoop.RunAsync(new ReferenceTarget(), new Refusing(), new StringReader(questions), answers, Cancel);
        byte[][] lines = [.. Encoding.UTF8.GetString(answers.ToArray()).TrimEnd().Split('\n').Select(Encoding.UTF8.GetBytes)];
        TargetDescription described = AdapterMessages.Description(lines[0]);
        Assert.Equal(("Policing.DataModel", ClientOperation.Search), (described.Product, described.Tasks[0]));
        Assert.Contains(TargetOperation.Accept, described.Operations.AsEnumerable());
        Assert.Equal("stale", ClientMessages.Answer(lines[2], 2).Code);
    }

    private sealed class Refusing : IClientTarget
    {
        public ValueTask<TargetDescription> DescribeAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(new TargetDescription { Operations = [], Tasks = [ClientOperation.Search] });

        public ValueTask<ClientAnswer> DoAsync(ClientTask task, CancellationToken cancellationToken = default) => ValueTask.FromResult(ClientAnswer.Of(ClientOutcome.Refused, "stale"));
    }

    private sealed class Throwing : IClientTarget
    {
        public ValueTask<TargetDescription> DescribeAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(new TargetDescription { Operations = [], Tasks = [ClientOperation.Read] });

        public ValueTask<ClientAnswer> DoAsync(ClientTask task, CancellationToken cancellationToken = default) => throw new InvalidOperationException("Robin Example");
    }
}
