using System.Text.Json;
using Policing.Conformance.Requirements;
using Policing.Conformance.Running;
using Policing.Conformance.Servers;

namespace Policing.Conformance.Tests.Servers;

/// <summary>Each wrong server is caught by the named case for the stated reason, and no requirement of servers is without one; and the contract has no answer without a requirement.</summary>
public sealed class ServerKillTests(ServerKillTests.Shared shared) : IClassFixture<ServerKillTests.Shared>
{
    private static readonly IReadOnlyList<Requirement> All = [.. RequirementSet.BuiltIn.All.Where(r => r.Target == RequirementTarget.Server)];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, ServerMutants.All.Count)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task AWrongServerIsCaughtByTheNamedCaseForTheStatedReason(int number)
    {
        ServerMutant mutant = ServerMutants.All[number];
        Requirement requirement = All.Single(r => ServerCaseBook.KeyOf(r) == mutant.Key);
        // What is about the end of a run needs a run that wrote something.
        Requirement[] judged = mutant.Key == ServerCaseBook.AllDisposed ? [requirement, All.Single(r => ServerCaseBook.KeyOf(r) == "putRecord/created")] : [requirement];
        // A stream that was left may have an entry yet.
        LoopbackHost host = mutant.Key.StartsWith("getChanges/", StringComparison.Ordinal) && !mutant.Key.EndsWith("written-down", StringComparison.Ordinal) ? shared.StreamHost : shared.Host;
        host.Fault = (http, next) => mutant.Fault(host, http, next);
        try
        {
            ConformanceRun run = await new ConformanceRunner().RunAsync(host.Target(shared.Journal), judged, progress: null, TestContext.Current.CancellationToken);
            RequirementResult result = run.Results.Single(r => r.Requirement == requirement);
            Assert.True(result.Status == ResultStatus.Failed, $"{mutant.Name}, {mutant.Key}: {result.Status} {result.Why} {string.Join(' ', result.Cases.Select(c => $"{c.Id} {c.Reason!.Code}"))}");
            Assert.Contains($"{requirement.Id}/{mutant.Case} {mutant.Reason}", result.Cases.Select(c => $"{c.Id} {c.Reason!.Code}"));
        }
        finally
        {
            host.Fault = null;
            File.Delete(shared.Journal);
        }
    }

    [Fact]
    public void EveryRequirementThatIsJudgedHasCasesAndAMutant()
    {
        string[] keys = [.. All.Where(r => r.NotTested is null).Select(ServerCaseBook.KeyOf)];
        Assert.Empty(keys.Except(ServerMutants.All.Select(m => m.Key), StringComparer.Ordinal));
        Assert.Empty(keys.Except(ServerCaseBook.Keys.Append(ServerCaseBook.AllDisposed), StringComparer.Ordinal));
        Assert.Empty(ServerCaseBook.Keys.Except(keys, StringComparer.Ordinal));
        Assert.All(All, r => Assert.Equal(ServerCaseBook.Of(r).Count, ServerCaseBook.Of(r).Select(c => c.Name).Distinct(StringComparer.Ordinal).Count()));
    }

    [Fact]
    public void EveryAnswerOfTheContractIsARequirementOrSaidToBeNoneOfTheCall()
    {
        JsonElement contract = JsonElement.Parse(File.ReadAllBytes(Path.Combine(SourceTree.Root, "schemas/openapi/partner-api.v1.json")));
        JsonElement only = JsonElement.Parse(File.ReadAllBytes(Path.Combine(SourceTree.Root, "eng/Policing.ConformanceGenerator/servers.json"))).GetProperty("only");
        HashSet<string> keys = [.. All.Select(ServerCaseBook.KeyOf)];
        int met = 0;
        foreach (JsonProperty method in contract.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Where(m => m.Value.ValueKind == JsonValueKind.Object && m.Value.TryGetProperty("operationId", out _)))
        {
            string operation = method.Value.GetProperty("operationId").GetString()!;
            foreach (JsonProperty response in method.Value.GetProperty("responses").EnumerateObject().Where(r => r.Value.TryGetProperty("$ref", out _)))
            {
                string name = response.Value.GetProperty("$ref").GetString()!.Split('/')[^1];
                foreach (JsonProperty example in contract.GetProperty("components").GetProperty("responses").GetProperty(name).GetProperty("content").GetProperty("application/problem+json").GetProperty("examples").EnumerateObject())
                {
                    bool isNone = only.TryGetProperty(example.Name, out JsonElement calls) && calls.EnumerateArray().All(c => c.GetString() != operation);
                    Assert.Equal(!isNone, keys.Contains($"{operation}/{example.Name}"));
                    met++;
                }
            }
        }

        Assert.True(met > 150);
    }

    [Fact]
    public void EveryCallOfTheContractHasRequirementsForItsEntries()
    {
        JsonElement contract = JsonElement.Parse(File.ReadAllBytes(Path.Combine(SourceTree.Root, "schemas/openapi/partner-api.v1.json")));
        List<string> keys = [];
        foreach (JsonProperty method in contract.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Where(m => m.Value.ValueKind == JsonValueKind.Object && m.Value.TryGetProperty("operationId", out _)))
        {
            string operation = method.Value.GetProperty("operationId").GetString()!;
            keys.Add($"{operation}/refusal-written-down");
            if (method.Value.GetRawText().Contains("parameters/Policing-Access", StringComparison.Ordinal)) keys.Add($"{operation}/written-down");
        }

        Assert.Equal(keys.Order(StringComparer.Ordinal), EntrySteps.All.Select(s => s.Key).Order(StringComparer.Ordinal));
        Assert.Empty(keys.Except(All.Select(ServerCaseBook.KeyOf), StringComparer.Ordinal));
    }

    /// <summary>One host for all, made wrong in turn, and another for those with streams.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("psdk-server-kill-");

        internal LoopbackHost Host { get; private set; } = null!;

        internal LoopbackHost StreamHost { get; private set; } = null!;

        internal string Journal => Path.Combine(_folder.FullName, "run.journal");

        public async ValueTask InitializeAsync()
        {
            Host = await LoopbackHost.StartAsync();
            StreamHost = await LoopbackHost.StartAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            await StreamHost.DisposeAsync();
            _folder.Delete(recursive: true);
        }
    }
}
