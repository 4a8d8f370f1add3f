using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Policing.Ethics;
using static Policing.PartnerHost.Tests.PartnerTestHost;

namespace Policing.PartnerHost.Tests;

/// <summary>What is missing or wrong stops the host from starting, and says what to do.</summary>
public sealed class HostOptionsTests
{
    public static TheoryData<Action<PartnerHostOptions>, string> Faults() => new()
    {
        { options => options.Agency = null, "Set Agency" },
        { options => options.Environment = PartnerEnvironment.Unstated, "Set Environment" },
        { options => options.CursorKey = new byte[31], "Set CursorKey" },
        { options => options.TenantClaim = " ", "Set TenantClaim" },
        { options => options.OnlyTenant = " ", "OnlyTenant" },
        { options => options.ScopeClaim = "", "Set ScopeClaim" },
        { options => options.KeepOutcomes = TimeSpan.Zero, "KeepOutcomes" },
        { options => options.SearchCursorsLast = TimeSpan.Zero, "SearchCursorsLast" },
        { options => options.ChangeCursorsLast = TimeSpan.FromDays(-1), "ChangeCursorsLast" },
        { options => options.RateLimit = new PartnerRateLimit(0, TimeSpan.FromSeconds(1)), "RateLimit" },
        { options => options.RateLimit = new PartnerRateLimit(1, TimeSpan.Zero), "RateLimit" },
        { options => options.RateLimit = new PartnerRateLimit(1, TimeSpan.FromHours(25)), "RateLimit" },
        { options => options.DecideStreamsEvery = TimeSpan.FromMinutes(6), "DecideStreamsEvery" },
        { options => options.LookForChangesEvery = TimeSpan.FromMinutes(1), "LookForChangesEvery" },
        { options => (options.Environment, options.Faults) = (PartnerEnvironment.Live, new PartnerFaults()), "Faults are for the test environment" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_host_with_a_fault_does_not_start(Action<PartnerHostOptions> fault, string says)
    {
        OptionsValidationException refused = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(fault));
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_without_a_store_or_register_does_not_start()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<IAuditLog>(new InMemoryAuditLog());
        builder.Services.AddPolicingEthics(options => options.UseBaseline = false).AddPolicySet(PolicySet.Create("none", "1", [])).AddPartnerHost(options =>
        {
            options.Agency = Force("kent");
            options.Environment = PartnerEnvironment.Test;
            options.CursorKey = new byte[32];
        });
        await using WebApplication app = builder.Build();
        OptionsValidationException refused = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains("No IPartnerStore is registered", refused.Message, StringComparison.Ordinal);
        Assert.Contains("No IDisclosureRegister is registered", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_tenant_can_be_set_and_rules_decide_even_so()
    {
        await using PartnerTestHost host = await StartAsync(options => options.OnlyTenant = "all", baseline: false, ethics: ethics => ethics.AddPolicySet(PolicySet.Create("none", "1", [])));
        Answer refused = await host.CreateAsync(Samples.Person(), Kent.Replace("tenant=south;", "", StringComparison.Ordinal));
        Assert.Equal("not-permitted", refused.Code);
        Assert.Equal(DecisionCause.NothingPermits, host.Log.Find(refused.Entry)!.Decision!.Cause);
    }
}
