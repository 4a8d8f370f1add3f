using System.Net;
using System.Net.Http.Headers;
using Policing.Conformance.Clients;

namespace Policing.Conformance.Tests.Clients;

/// <summary>The kit's host keeps cases apart, and takes no harm from what calls it.</summary>
public sealed class ClientHostTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatIsOfNoCaseIsForgotten()
    {
        await using ClientHost host = await ClientHost.StartAsync(TimeProvider.System, Cancel);
        ClientScene open = host.Open(), closed = host.Open();
        host.Close(closed);
        using HttpClient http = new();
        foreach (Uri address in (Uri[])[new(open.BaseAddress, "/"), new(open.BaseAddress, "/v1/capabilities"), new(open.BaseAddress, "/c99/v1/capabilities"), new(closed.BaseAddress, "v1/capabilities"), new(closed.BaseAddress, "token")])
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(address, Cancel)).StatusCode);
        Assert.Empty(open.Calls);
        Assert.Empty(closed.Calls);
        Assert.True(open.BaseAddress.IsLoopback && open.Elsewhere.IsLoopback && open.BaseAddress.Port != open.Elsewhere.Port);
    }

    [Fact]
    public async Task ACaseHasItsOwnTokenAndRecords()
    {
        await using ClientHost host = await ClientHost.StartAsync(TimeProvider.System, Cancel);
        ClientScene one = host.Open(), other = host.Open();
        SceneRecord record = await one.VehicleAsync();
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(one, record, one.Service.Token));
        Assert.Equal(HttpStatusCode.NotFound, await ReadAsync(other, record, other.Service.Token));
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync(one, record, other.Service.Token));
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync(one, record, token: null));
        one.ExpireTokens();
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync(one, record, one.Service.Token));
        Assert.Equal((4, 1), (one.Calls.Count, other.Calls.Count));
    }

    [Fact]
    public async Task AClientThatRunsWildIsEnded()
    {
        await using ClientHost host = await ClientHost.StartAsync(TimeProvider.System, Cancel);
        ClientScene scene = host.Open();
        scene.Play = call => call.RefuseAsync(503, "unavailable");
        using HttpClient http = new();
        for (int i = 0; i < 200; i++) (await http.GetAsync(new Uri(scene.BaseAddress, "v1/changes"), Cancel)).Dispose();
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri(scene.BaseAddress, "v1/changes"), Cancel));
        Assert.Equal(200, scene.Calls.Count);
    }

    [Fact]
    public async Task ABodyThatIsTooLongIsNotTaken()
    {
        await using ClientHost host = await ClientHost.StartAsync(TimeProvider.System, Cancel);
        using HttpClient http = new();
        using ByteArrayContent much = new(new byte[5 << 20]);
        ClientScene another = host.Open();
        try
        {
            Assert.False((await http.PostAsync(new Uri(another.BaseAddress, "v1/bundles"), much, Cancel)).IsSuccessStatusCode);
        }
        catch (HttpRequestException)
        {
            // The connection may end before all was sent.
        }

        Assert.Empty(another.Calls);
    }

    private static async Task<HttpStatusCode> ReadAsync(ClientScene scene, SceneRecord record, string? token)
    {
        using HttpClient http = new();
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri(scene.BaseAddress, record.Path[1..]));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.TryAddWithoutValidation("Policing-Access", "purpose=investigation, basis=part-3-task, case=\"1\"");
        using HttpResponseMessage response = await http.SendAsync(request, Cancel);
        return response.StatusCode;
    }
}
