using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Policing.DataModel;

namespace Policing.Ethics.AspNetCore.Tests.DocCode;

/// <summary>The hosts of docs/ethics.md and of the package pages.</summary>
public sealed class GuideHostExample
{
    private static readonly Vehicle s_vehicle = new() { Id = RecordId.New() };

    [Fact]
    public async Task Two_lines_refuse_and_explain()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseTestServer();

        #region EthicsTwoLines
        builder.Services.AddPolicingEthics().AddAspNetCore();
        builder.Services.AddHttpClient("partner").AddEthicsHandler();
        #endregion

        await using WebApplication app = builder.Build();

        #region EthicsEndpoints
        // Decided before the endpoint runs.
        app.MapGet("/vehicles", () => "all of them").RequireAccess(AccessOperation.Consultation, "vehicle");

        // Decided on the record; refused and not there are answered the same.
        app.MapGet("/vehicles/{id}", (string id) => Find(id)).ReleaseRecord(AccessOperation.Consultation, "vehicle");

        // The endpoint decides itself, with the context of the request.
        app.MapPost("/searches", (HttpContext http, AccessGate gate) => Search(gate.For(http.GetAccessContext()!))).RequirePurpose();
        #endregion

        await app.StartAsync(TestContext.Current.CancellationToken);
        using HttpClient client = app.GetTestClient();
        using HttpResponseMessage answer = await client.GetAsync(new Uri("/vehicles", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("purpose-required", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_justification_come_from_where_the_host_keeps_them()
    {
        Dictionary<string, string> notes = new(StringComparer.Ordinal) { ["r-7"] = "Stopped under section 1, check of keeper" };
        await using TestHost host = await TestHost.StartAsync(
            null,
            app => app.MapGet("/vehicles/{id}", (string id) => Find(id)).ReleaseRecord(AccessOperation.Consultation, "vehicle"),
            ethics: ethics =>
            {
                #region EthicsJustification
                ethics.AddAspNetCore(options => options.Complete = async (http, context) =>
                {
                    string? words = await WordsOf(http.GetAccessReference());
                    return context with { Justification = words };
                });
                #endregion
            });
        TestHost.Answer answer = await host.GetAsync("/vehicles/1", purpose: TestHost.Purpose + ", ref=r-7");
        Assert.Equal(HttpStatusCode.OK, answer.Status);

        ValueTask<string?> WordsOf(string? reference) => ValueTask.FromResult(notes.GetValueOrDefault(reference ?? ""));
    }

    private static Vehicle Find(string id) => id.Length > 0 ? s_vehicle : s_vehicle with { Id = RecordId.New() };

    private static string Search(AccessScope scope) => scope.Context.Purpose.ToString();
}
