using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;

namespace Policing.PartnerHost.Tests.DocCode;

/// <summary>The host of docs/partner-host.md.</summary>
public sealed class GuidePartnerHost
{
    [Fact]
    public async Task It_starts_and_asks_for_a_token()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseTestServer();
        builder.Services.AddAuthenticationCore();
        byte[] key = RandomNumberGenerator.GetBytes(32);

        #region PartnerHost
        builder.Services.AddPolicingEthics().AddPartnerHost(options =>
        {
            options.Agency = PoliceAgencies.Of(PoliceAgency.Kent);
            options.Environment = PartnerEnvironment.Test;
            options.CursorKey = key;
        }).UseInMemoryStore();
        #endregion

        await using WebApplication app = builder.Build();

        #region PartnerHostMap
        app.UseAuthentication();
        app.MapPolicingPartnerApi();
        #endregion

        await app.StartAsync(TestContext.Current.CancellationToken);
        using HttpClient client = app.GetTestClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(new Uri("/v1/capabilities", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public void Its_limits_are_as_the_guide_says()
    {
        PartnerHostOptions options = new();
        PartnerHostOptions usual = new();

        #region PartnerHostLimits
        options.RateLimit = new PartnerRateLimit(600, TimeSpan.FromMinutes(1));     // each client, in each tenant
        options.SearchCursorsLast = TimeSpan.FromHours(24);
        options.ChangeCursorsLast = TimeSpan.FromDays(30);
        #endregion

        Assert.Null(usual.RateLimit);
        Assert.Equal((usual.SearchCursorsLast, usual.ChangeCursorsLast), (options.SearchCursorsLast, options.ChangeCursorsLast));
    }
}
