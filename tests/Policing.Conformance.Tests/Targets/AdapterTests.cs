using Microsoft.Extensions.Time.Testing;
using Policing.Conformance.Requirements;
using Policing.Conformance.Running;
using Policing.Conformance.Targets;

namespace Policing.Conformance.Tests.Targets;

/// <summary>Programs that do not answer as they must cost a case, never the kit.</summary>
public sealed class AdapterTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AProgramThatDoesNotAnswerIsEndedWithWhatItStarted()
    {
        ShellAdapter.RequireShell();
        string file = Path.GetTempFileName();
        FakeTimeProvider time = new();
        await using AdapterTarget target = new(ShellAdapter.Options($"{ShellAdapter.Describes} sleep 100000 & echo $! > '{file}'; read y; wait") with { Time = time });
        await target.DescribeAsync(Cancel);
        Task<TargetAnswer> asked = target.AskAsync(ShellAdapter.Question, Cancel).AsTask();
        // The program never answers: whenever the clock goes on, the time is over.
        while (!asked.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(31));
            await Task.WhenAny(asked, Task.Delay(20, Cancel));
        }

        TargetFaultException fault = await Assert.ThrowsAsync<TargetFaultException>(() => asked);
        Assert.Equal("no-answer", fault.Reason.Code);
        Assert.True(IsGone(await File.ReadAllTextAsync(file, Cancel)));
        File.Delete(file);
    }

    [Theory]
    [InlineData("not-an-answer", "read y; echo nonsense")]
    [InlineData("not-an-answer", """read y; echo '{"seq":99,"accepted":true}'""")]
    [InlineData("not-an-answer", """read y; echo '{"seq":1,"valid":true}'""")]
    [InlineData("not-an-answer", """read y; echo '[1]'""")]
    [InlineData("answer-too-long", "read y; head -c 100000 /dev/zero | tr '\\0' x; echo")]
    [InlineData("ended", "read y; exit 3")]
    [InlineData("ended", "exit 0")]
    public async Task WhatIsNoAnswerIsAnErrorOfTheCase(string reason, string script)
    {
        ShellAdapter.RequireShell();
        await using AdapterTarget target = new(ShellAdapter.Options(ShellAdapter.Describes + script) with { AnswerBytes = 1000 });
        TargetFaultException fault = await Assert.ThrowsAsync<TargetFaultException>(() => target.AskAsync(ShellAdapter.Question, Cancel).AsTask());
        Assert.Equal(reason, fault.Reason.Code);
    }

    [Fact]
    public async Task AProgramThatEndsAgainAndAgainIsUnreachable()
    {
        ShellAdapter.RequireShell();
        await using AdapterTarget target = new(ShellAdapter.Options(ShellAdapter.Describes + "read y; exit 1") with { Restarts = 1 });
        for (int i = 0; i < 2; i++) await Assert.ThrowsAsync<TargetFaultException>(() => target.AskAsync(ShellAdapter.Question, Cancel).AsTask());
        await Assert.ThrowsAsync<TargetUnreachableException>(() => target.AskAsync(ShellAdapter.Question, Cancel).AsTask());
    }

    [Theory]
    [InlineData("echo '{\"protocol\":2,\"operations\":[]}'")]
    [InlineData("echo '{\"protocol\":1}'")]
    [InlineData("echo '{\"protocol\":1,\"operations\":[\"fly\"]}'")]
    [InlineData("echo nonsense")]
    [InlineData("exit 1")]
    public async Task WhoDoesNotDescribeItselfIsUnreachable(string script)
    {
        ShellAdapter.RequireShell();
        await using AdapterTarget target = new(ShellAdapter.Options("read x; " + script));
        await Assert.ThrowsAsync<TargetUnreachableException>(() => target.DescribeAsync(Cancel).AsTask());
    }

    [Fact]
    public async Task OnlyNamedVariablesArePassed()
    {
        ShellAdapter.RequireShell();
        const string name = "POLICING_TEST_SECRET";
        Environment.SetEnvironmentVariable(name, "key");
        AdapterOptions options = ShellAdapter.Options($$"""read x; echo '{"protocol":1,"operations":[],"product":"'${{name}}'"}'; read y""");
        await using AdapterTarget without = new(options);
        await using AdapterTarget with = new(options with { Environment = [name] });
        Assert.Equal("", (await without.DescribeAsync(Cancel)).Product);
        Assert.Equal("key", (await with.DescribeAsync(Cancel)).Product);
    }

    [Fact]
    public async Task ErrorsOfTheProgramBlockNothingAndGoNowhere()
    {
        ShellAdapter.RequireShell();
        await using AdapterTarget target = new(ShellAdapter.Options("""head -c 1000000 /dev/zero >&2; """ + ShellAdapter.Describes + """read y; echo '{"seq":1,"accepted":true}'; read z"""));
        Assert.True((await target.AskAsync(ShellAdapter.Question, Cancel)).Accepted);
    }

    [Fact]
    public async Task ACancelledQuestionEndsTheProgram()
    {
        ShellAdapter.RequireShell();
        using CancellationTokenSource cancel = new();
        await using AdapterTarget target = new(ShellAdapter.Options(ShellAdapter.Describes + "sleep 100000"));
        await target.DescribeAsync(Cancel);
        Task<TargetAnswer> asked = target.AskAsync(ShellAdapter.Question, cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public async Task AnExceptionOfATargetInProcessIsAFailedCaseThatQuotesNothing()
    {
        RequirementResult result = await new ConformanceRunner().RunAsync(new Throwing(), RequirementSet.BuiltIn.Find("PSDK-CON-0002")!, Cancel);
        Assert.Equal(ResultStatus.Error, result.Status);
        Assert.True(result.IsBreach);
        Assert.All(result.Cases, c => Assert.Equal("threw", c.Reason!.Code));
        Assert.DoesNotContain("Robin", string.Join(' ', result.Cases), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheLoopAnswersWhatTheAdapterAsks()
    {
        using MemoryStream answers = new();
        string questions = string.Concat(AdapterMessages.Start.Concat(AdapterMessages.Ask(ShellAdapter.Question, 7)).Concat(AdapterMessages.Stop).Select(b => (char)b));
        await AdapterLoop.RunAsync(new ReferenceTarget(), new StringReader(questions), answers, Cancel);
        byte[][] lines = [.. System.Text.Encoding.UTF8.GetString(answers.ToArray()).TrimEnd().Split('\n').Select(System.Text.Encoding.UTF8.GetBytes)];
        Assert.Equal(2, lines.Length);
        Assert.Equal("Policing.DataModel", AdapterMessages.Description(lines[0]).Product);
        Assert.False(AdapterMessages.Answer(lines[1], TargetOperation.Accept, 7).Accepted);
    }

    private static bool IsGone(string id)
    {
        // A container whose first process collects nobody keeps the dead as zombies.
        string stat = $"/proc/{id.Trim()}/stat";
        try
        {
            return !File.Exists(stat) || File.ReadAllText(stat).Split(") ")[^1].StartsWith('Z');
        }
        catch (IOException)
        {
            return true;
        }
    }

    private sealed class Throwing : IConformanceTarget
    {
        public ValueTask<TargetDescription> DescribeAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(new TargetDescription { Operations = [TargetOperation.Accept] });

        public ValueTask<TargetAnswer> AskAsync(TargetQuestion question, CancellationToken cancellationToken = default) => throw new InvalidOperationException("Robin Example");
    }
}
