using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static Policing.Ethics.AspNetCore.Tests.Rules;

namespace Policing.Ethics.AspNetCore.Tests;

/// <summary>The ambient context is for the request's own work, and for no other.</summary>
public sealed class AmbientContextTests
{
    [Fact]
    public async Task A_foreign_client_in_a_request_is_decided_on_for_that_request()
    {
        await using TestHost host = await TestHost.StartAsync(
            Set(Permit("p")),
            app => app.MapGet("/ask", async (IHttpClientFactory clients, CancellationToken cancel) => await clients.CreateClient("partner").GetStringAsync(new Uri("https://partner.example/"), cancel)).RequirePurpose(),
            services => services.AddHttpClient("partner").ConfigurePrimaryHttpMessageHandler(() => new Partner()).AddEthicsHandler());
        Assert.Equal("from the partner", (await host.GetAsync("/ask")).Body);
        Assert.Equal("u-1001", host.Log.Entries[^1].Context!.Actor.Person);

        // Outside any request there is none, and nothing is sent.
        using HttpClient client = host.Services.GetRequiredService<IHttpClientFactory>().CreateClient("partner");
        Assert.Equal(RefusalCode.PurposeRequired, (await Assert.ThrowsAsync<AccessRefusedException>(() => client.GetStringAsync(new Uri("https://partner.example/"), TestContext.Current.CancellationToken))).Code);
    }

    [Fact]
    public async Task A_refusal_of_a_foreign_client_is_answered_as_one()
    {
        await using TestHost host = await TestHost.StartAsync(
            Set(),
            app => app.MapGet("/ask", async (IHttpClientFactory clients, CancellationToken cancel) => await clients.CreateClient("partner").GetStringAsync(new Uri("https://partner.example/"), cancel)).RequirePurpose(),
            services => services.AddHttpClient("partner").ConfigurePrimaryHttpMessageHandler(() => new Partner()).AddEthicsHandler());
        TestHost.Answer answer = await host.GetAsync("/ask");
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("not-permitted", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_without_a_filter_has_no_context_and_its_refusal_is_answered_alike()
    {
        await using TestHost host = await TestHost.StartAsync(
            Set(Permit("p")),
            app =>
            {
                app.UseExceptionHandler();
                app.MapGet("/ask", async (IHttpClientFactory clients, CancellationToken cancel) => await clients.CreateClient("partner").GetStringAsync(new Uri("https://partner.example/"), cancel));
            },
            services => services.AddProblemDetails().AddHttpClient("partner").ConfigurePrimaryHttpMessageHandler(() => new Partner()).AddEthicsHandler());
        TestHost.Answer answer = await host.GetAsync("/ask");
        Assert.Equal((HttpStatusCode.Forbidden, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.Contains("purpose-required", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_that_was_started_outside_the_request_has_none()
    {
        Channel<TaskCompletionSource<AccessContext?>> asked = Channel.CreateUnbounded<TaskCompletionSource<AccessContext?>>();
        await using TestHost host = await TestHost.StartAsync(
            Set(Permit("p")),
            app => app.MapGet("/", async () =>
            {
                TaskCompletionSource<AccessContext?> answer = new();
                await asked.Writer.WriteAsync(answer, TestContext.Current.CancellationToken);
                return await answer.Task is null ? "none" : "some";
            }).RequirePurpose());
        IAccessContextAccessor accessor = host.Services.GetRequiredService<IAccessContextAccessor>();
        Task loop = Task.Run(
            async () =>
            {
                await foreach (TaskCompletionSource<AccessContext?> answer in asked.Reader.ReadAllAsync(TestContext.Current.CancellationToken)) answer.SetResult(accessor.Current);
            },
            TestContext.Current.CancellationToken);

        Assert.Equal("none", (await host.GetAsync("/")).Body);
        asked.Writer.Complete();
        await loop;
    }

    [Fact]
    public async Task Work_that_outlives_its_request_has_none_and_never_that_of_another()
    {
        TaskCompletionSource answered = new();
        Task<AccessContext?>? left = null;
        AccessContext? during = null;
        await using TestHost host = await TestHost.StartAsync(
            Set(Permit("p")),
            app =>
            {
                app.MapGet("/first", (IAccessContextAccessor accessor) =>
                {
                    during = accessor.Current;
                    left = Task.Run(async () =>
                    {
                        await answered.Task;
                        return accessor.Current;
                    });
                    return "first";
                }).RequirePurpose();
                app.MapGet("/second", async () =>
                {
                    answered.SetResult();
                    return await left! is null ? "none" : "some";
                }).RequirePurpose();
            });
        await host.GetAsync("/first");
        Assert.NotNull(during);
        Assert.Equal("none", (await host.GetAsync("/second", claims: "sub=u-2002;client_id=other;agency=essex")).Body);
    }

    private sealed class Partner : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent("from the partner") });
    }
}
