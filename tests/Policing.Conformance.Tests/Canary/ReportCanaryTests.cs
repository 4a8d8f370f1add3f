using Policing.Conformance.Clients;
using Policing.Conformance.Reports;
using Policing.Conformance.Running;
using Policing.Conformance.Targets;
using Policing.Conformance.Tests.Reports;
using Policing.Conformance.Tests.Requirements;
using Policing.DataModel;

namespace Policing.Conformance.Tests.Canary;

/// <summary>Canaries in values, names of members, keys, codes and file names are in no report.</summary>
public sealed class ReportCanaryTests
{
    private const string Canary = "Zebedee-Quux";

    private static readonly string[] Documents =
    [
        .. new[]
        {
            """{"id":"CANARY","type":"person","modelVersion":"CANARY","CANARY":"CANARY","names":[{"surname":7,"CANARY":1}],"sex":"CANARY","datesOfBirth":[{"date":"CANARY"}],"absent":{"/CANARY":"CANARY"},"extensions":{"CANARY":{"mustUnderstand":true}}}""",
            """{"type":"CANARY","CANARY":{"CANARY":["CANARY"]}}""",
            """{"type":"person","CANARY":CANARY""",
            "CANARY",
        }.Select(text => text.Replace("CANARY", Canary, StringComparison.Ordinal)),
    ];

    public static TheoryData<ReportFormat> Formats => [.. Enum.GetValues<ReportFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task NoReportHasAnythingOfADocument(ReportFormat format)
    {
        foreach (string document in Documents)
        {
            ConformanceRun run = await new ConformanceRunner().RunAsync([Running.TextInput.Of(document, path: $"{Canary}.json")], cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(ConformanceVerdict.NotConformant, run.Verdict);
            Assert.DoesNotContain(Canary, Runs.Text(run, format), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task NoReportHasAnythingThatAProgramWrote(ReportFormat format)
    {
        ConformanceRun run = await Runs.OfProgramAsync(new Leaking());
        Assert.Equal(ConformanceVerdict.NotConformant, run.Verdict);
        Assert.DoesNotContain(Canary, Runs.Text(run, format), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task NoReportHasAnythingThatAClientSentOrSaid(ReportFormat format)
    {
        LeakingClient client = new();
        ConformanceRun run = await new ConformanceRunner().RunClientAsync(client, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(ConformanceVerdict.NotConformant, run.Verdict);
        string report = Runs.Text(run, format);
        Assert.DoesNotContain(Canary, report, StringComparison.OrdinalIgnoreCase);
        Assert.True(format != ReportFormat.Json || RequirementSetTests.Schema("report").IsValid(Runs.Written(run, format)));
        Assert.NotEmpty(client.Secrets);
        Assert.All(client.Secrets, secret => Assert.DoesNotContain(secret, report, StringComparison.OrdinalIgnoreCase));
    }

    // Sends canaries to the host, says them, and throws them.
    private sealed class LeakingClient : IClientTarget
    {
        public HashSet<string> Secrets { get; } = [];

        public ValueTask<TargetDescription> DescribeAsync(CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(new TargetDescription { Operations = [], Tasks = [ClientOperation.Replace, ClientOperation.Search, ClientOperation.FollowChanges] });

        public async ValueTask<ClientAnswer> DoAsync(ClientTask task, CancellationToken cancellationToken = default)
        {
            Secrets.UnionWith([task.Service.Token, task.Service.BaseAddress.Authority, task.Justification]);
            using HttpClient http = new() { BaseAddress = task.Service.BaseAddress };
            using HttpRequestMessage request = new(HttpMethod.Put, $"v1/records/vehicle/{Canary}?{Canary}={Canary}") { Content = new StringContent(Canary) };
            request.Headers.Add("Policing-Access", Canary);
            (await http.SendAsync(request, cancellationToken)).Dispose();
            if (task.Operation == ClientOperation.Search) throw new InvalidOperationException(Canary);
            return ClientAnswer.Of(ClientOutcome.Refused, Canary) with { Document = System.Text.Encoding.UTF8.GetBytes(Documents[0]), Ids = [Canary], Events = [new(Canary, Canary, Canary)], Cursor = Canary };
        }
    }

    private sealed class Leaking : IConformanceTarget
    {
        public ValueTask<TargetDescription> DescribeAsync(CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(new TargetDescription { Operations = ValueList.From(Enum.GetValues<TargetOperation>()) });

        public ValueTask<TargetAnswer> AskAsync(TargetQuestion question, CancellationToken cancellationToken = default) => question.Operation switch
        {
            TargetOperation.Accept => throw new InvalidOperationException(Canary),
            TargetOperation.Check => ValueTask.FromResult(TargetAnswer.NotValid),
            _ => ValueTask.FromResult(TargetAnswer.Written(System.Text.Encoding.UTF8.GetBytes(Documents[question.Number % Documents.Length]))),
        };
    }
}
