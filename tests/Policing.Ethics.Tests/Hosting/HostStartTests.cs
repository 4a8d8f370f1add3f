using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Policing.Ethics.Tests.Enforcement;
using static Policing.Ethics.Tests.SampleRules;

namespace Policing.Ethics.Tests.Hosting;

public sealed class HostStartTests
{
    private static IHost Host(Action<HostApplicationBuilder> configure, string environment = "Production", HeardLogs? heard = null)
    {
        HostApplicationBuilder builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = environment });
        builder.Logging.AddProvider(heard ?? new HeardLogs());
        configure(builder);
        return builder.Build();
    }

    private static void AddParts(IServiceCollection services)
    {
        services.AddSingleton<IAuditLog>(new InMemoryAuditLog());
        services.AddSingleton<INotifier>(new ScriptedNotifier());
        services.AddSingleton<IReviewQueue>(new ScriptedReviews());
    }

    private static async Task<string> Fault(Action<HostApplicationBuilder> configure)
    {
        using IHost host = Host(configure);
        return (await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken))).Message;
    }

    [Fact]
    public async Task A_host_that_lacks_its_parts_does_not_start_and_says_what_it_lacks()
    {
        string fault = await Fault(builder => builder.Services.AddPolicingEthics());
        Assert.Contains("No IAuditLog", fault, StringComparison.Ordinal);
        Assert.Contains("no INotifier", fault, StringComparison.Ordinal);
        Assert.Contains("no IReviewQueue", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_development_stand_ins_are_used_with_a_warning()
    {
        HeardLogs heard = new();
        using IHost host = Host(builder => builder.Services.AddPolicingEthics(), "Development", heard);
        await host.StartAsync(TestContext.Current.CancellationToken);
        Assert.Contains(heard.Lines, line => line.StartsWith("Warning Development: the audit log", StringComparison.Ordinal));
        await Assert.ThrowsAsync<AccessRefusedException>(() =>
            host.Services.GetRequiredService<AccessGate>().For(SampleContexts.Investigator with { CaseReference = null }).RunAsync(SampleContexts.Consult("vehicle"), _ => ValueTask.FromResult(1), TestContext.Current.CancellationToken).AsTask());
        Assert.Contains(heard.Lines, line => line.Contains("nearest: BL-P01 needs caseReference present", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Loading_a_set_is_an_entry()
    {
        InMemoryAuditLog log = new();
        using IHost host = Host(builder =>
        {
            AddParts(builder.Services);
            builder.Services.AddSingleton<IAuditLog>(log);
            builder.Services.AddPolicingEthics().AddPolicySet(PolicySet.Create("force", "7", [], [new() { Rule = "BL-F01", Reason = "The law no longer asks" }]));
        });
        await host.StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal([PolicySet.Baseline.Hash, log.Entries[1].PolicyHash], log.Entries.Select(entry => entry.PolicyHash));
        Assert.Equal("force 7; switches off BL-F01: The law no longer asks", log.Entries[1].Text);
        Assert.All(log.Entries, entry => Assert.Equal(AuditEntryKind.PolicyLoaded, entry.Kind));
    }

    [Fact]
    public async Task A_set_that_is_not_the_pinned_one_stops_the_host()
    {
        Assert.Contains("another hash", await Fault(builder =>
        {
            AddParts(builder.Services);
            builder.Services.AddPolicingEthics(options => options.PinnedHashes["psdk-baseline"] = "sha256:0000");
        }), StringComparison.Ordinal);
        Assert.Contains("not there", await Fault(builder =>
        {
            AddParts(builder.Services);
            builder.Services.AddPolicingEthics(options => options.PinnedHashes["force"] = "sha256:0000");
        }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_file_is_taken_with_its_hash_alone()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        PolicySet set = Set(Permit("p"));
        try
        {
            File.WriteAllBytes(path, set.ToUtf8());
            EthicsBuilder builder = new ServiceCollection().AddPolicingEthics().AddPolicyFile(path, set.Hash);
            Assert.Throws<PolicySetException>(() => builder.AddPolicyFile(path, PolicySet.Baseline.Hash));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Sets_that_do_not_go_together_and_times_that_are_too_long_stop_the_host()
    {
        Assert.Contains("cannot be switched off", await Fault(builder =>
        {
            AddParts(builder.Services);
            builder.Services.AddPolicingEthics().AddPolicySet(PolicySet.Create("force", "1", [], [new() { Rule = "BL-F05", Reason = "We like it open" }]));
        }), StringComparison.Ordinal);
        Assert.Contains("NotifyWithin", await Fault(builder =>
        {
            AddParts(builder.Services);
            builder.Services.AddPolicingEthics(options => options.NotifyWithin = TimeSpan.FromSeconds(61));
        }), StringComparison.Ordinal);
        Assert.Contains("no policy set", await Fault(builder =>
        {
            AddParts(builder.Services);
            builder.Services.AddPolicingEthics(options => options.UseBaseline = false);
        }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shadow_mode_is_warned_of_and_ends_within_90_days()
    {
        Assert.Contains("shadow mode for more than 90 days", await Fault(builder =>
        {
            AddParts(builder.Services);
            builder.Services.AddPolicingEthics().AddShadowPolicySet(Set(Permit("p")), TimeProvider.System.GetUtcNow().AddDays(91));
        }), StringComparison.Ordinal);
        HeardLogs heard = new();
        using IHost host = Host(
            builder =>
            {
                AddParts(builder.Services);
                builder.Services.AddPolicingEthics().AddShadowPolicySet(Set(Permit("p")), TimeProvider.System.GetUtcNow().AddDays(89));
            },
            heard: heard);
        await host.StartAsync(TestContext.Current.CancellationToken);
        Assert.Contains(heard.Lines, line => line.StartsWith("Warning Policy set sample is in shadow mode", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_log_that_takes_no_entry_stops_the_host()
    {
        using IHost host = Host(builder =>
        {
            AddParts(builder.Services);
            builder.Services.AddSingleton<IAuditLog>(new InMemoryAuditLog(capacity: 1));
            builder.Services.AddPolicingEthics().AddPolicySet(Set(Permit("p")));
        });
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync(TestContext.Current.CancellationToken));
    }
}
