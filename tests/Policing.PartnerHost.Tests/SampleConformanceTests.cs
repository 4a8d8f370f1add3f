using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Policing.Conformance.Requirements;
using Policing.Conformance.Running;
using Policing.Conformance.Servers;
using Policing.Ethics.Audit;
using Policing.Ethics.PostgreSql.Tests.Store;
using Policing.Samples.Partner.Start;

namespace Policing.PartnerHost.Tests;

/// <summary>The conformance kit against samples/PartnerApi as it is started: over sockets, on SQLite and PostgreSQL, with tokens of its issuer.</summary>
public sealed class SampleConformanceTests(ClusterFixture postgreSql) : IClassFixture<ClusterFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policing-sample-conformance").FullName;

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public Task It_passes_all_that_it_claims_and_keeps_nothing_of_the_run() => JudgeAsync();

    [Fact]
    public Task It_does_so_on_PostgreSQL_too() => JudgeAsync("--ConnectionStrings:Partner", postgreSql.Cluster.NewDatabase());

    private async Task JudgeAsync(params string[] database)
    {
        await using WebApplication app = SampleHost.Build(["--data", _folder, "--port", "0", "--test-tokens", .. database]);
        await SampleHost.StartAsync(app, TextWriter.Null, Ending);
        string journal = Path.Combine(_folder, "run.journal");
        ConformanceRun run = await new ConformanceRunner().RunAsync(
            new ServerTargetOptions
            {
                BaseAddress = new Uri(app.Urls.First()),
                IsMine = true,
                Token = await TokenAsync("all-scopes"),
                TokenWithoutScopes = await TokenAsync("without-scopes"),
                TokenOfAnother = await TokenAsync("of-another"),
                LogKeys = [LogKey()],
                JournalPath = journal,
                AnswerTime = TimeSpan.FromSeconds(60),
            },
            cancellationToken: Ending);
        Assert.Empty(run.Results.Where(result => result.IsUnmet).SelectMany(result => result.Cases).Select(unmet => $"{unmet.Id} {unmet.Reason!.Code} {unmet.Pointer}"));
        Assert.Equal(ConformanceVerdict.Conformant, run.Verdict);
        // It has an audit surface, so nothing is said of one that there is not.
        Assert.Equal(["PSDK-SRV-1307"], run.Results.Where(static result => result.Status == ResultStatus.NotClaimed).Select(static result => result.Requirement.Id));
        Assert.False(File.Exists(journal));
        await app.StopAsync(Ending);
    }

    private INoteVerifier LogKey()
    {
        using SigningKey key = KeyFile.Read(Path.Combine(_folder, "audit-keys", "checkpoints.key"), new KeyFileRules { AllowDevelopmentKey = true });
        return EcdsaNoteSigner.Of(key).VerifierKey.ToVerifier();
    }

    private async Task<string> TokenAsync(string name) => await File.ReadAllTextAsync(Path.Combine(_folder, "test-tokens", name), Ending);
}
