using Microsoft.Extensions.Time.Testing;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.PoliceUk.Api;

namespace Policing.PoliceUk.Tests.Api;

/// <summary>The client against a service that behaves as documented, over real sockets.</summary>
public class DocumentedServerTests
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_22_routes_answer()
    {
        var time = Clients.Clock();
        await using var server = new DocumentedServer(time);
        var client = Client(server, time);
        var (month, force, area) = (Clients.Month, PoliceAgency.Cleveland, SearchArea.Around(0.1m, -30.2m));

        Assert.Equal("2024-03-01", (await client.GetLastUpdateAsync(Token)).Value.Date.Text);
        Assert.Equal(new DataMonth(2024, 2), (await client.GetAvailableMonthsAsync(Token)).Value[0].DataMonth);
        Assert.Equal("burglary", (await client.GetCrimeCategoriesAsync(month, Token)).Value[1].Code);
        Assert.Equal("cleveland", (await client.GetForcesAsync(Token)).Value[0].Id);
        Assert.Equal("Cleveland Police", (await client.GetForceAsync(force, Token)).Value.Name);
        Assert.Equal("Sergeant", (await client.GetForcePeopleAsync(force, Token)).Value[0].Rank);
        Assert.Equal("burglary", (await client.GetCrimesAsync(area, month, cancellationToken: Token)).Value[0].Category);
        Assert.Single((await client.GetCrimesAtLocationAsync(900001, month, Token)).Value);
        Assert.Single((await client.GetCrimesAtLocationAsync(new MapPosition(0.1m, -30.2m), month, Token)).Value);
        Assert.Single((await client.GetCrimesWithoutLocationAsync(force, month, CrimeCategory.Burglary, Token)).Value);
        Assert.Equal("no-further-action", (await client.GetOutcomesAsync(area, month, Token)).Value[0].Category!.Code);
        Assert.Single((await client.GetOutcomesAtLocationAsync(900001, month, Token)).Value);
        Assert.Single((await client.GetOutcomesForCrimeAsync(AnswerSamples.PersistentId, Token)).Value.Outcomes);
        Assert.Equal("Arrest", (await client.GetStopsAsync(area, month, Token)).Value[0].Outcome);
        Assert.Single((await client.GetStopsAtLocationAsync(900001, month, Token)).Value);
        Assert.Single((await client.GetStopsWithoutLocationAsync(force, month, Token)).Value);
        Assert.Single((await client.GetStopsOfForceAsync(force, month, Token)).Value);
        Assert.Equal("X1", (await client.LocateNeighbourhoodAsync(new MapPosition(0.1m, -30.2m), Token)).Value.Neighbourhood);
        Assert.Equal("X1", (await client.GetNeighbourhoodsAsync(force, Token)).Value[0].Id);
        Assert.Equal(7985, (await client.GetNeighbourhoodAsync(force, "X1", Token)).Value.Population);
        Assert.Equal(3, SearchArea.Within((await client.GetBoundaryAsync(force, "X1", Token)).Value).Corners.Length);
        Assert.Equal(2, (await client.GetNeighbourhoodPeopleAsync(force, "X1", Token)).Value.Count);
        Assert.Null((await client.GetPrioritiesAsync(force, "X1", Token)).Value[0].Action);
        Assert.Equal("Meeting", (await client.GetEventsAsync(force, "X1", Token)).Value[0].Title);
        Assert.Equal(0, server.Limited);
    }

    [Fact]
    public async Task What_it_does_not_have_is_told_apart()
    {
        var time = Clients.Clock();
        await using var server = new DocumentedServer(time);
        var client = Client(server, time);
        var (force, area) = (PoliceAgency.Cleveland, SearchArea.Around(0.1m, -30.2m));

        Assert.Equal(PoliceUkOutcome.NotFound, (await client.GetForceAsync(PoliceAgency.Durham, Token)).Outcome);
        Assert.Equal(PoliceUkOutcome.NotFound, (await client.GetNeighbourhoodAsync(force, "X2", Token)).Outcome);
        Assert.Equal(PoliceUkOutcome.NotFound, (await client.LocateNeighbourhoodAsync(new MapPosition(5, 5), Token)).Outcome);
        Assert.Equal(PoliceUkOutcome.NotFound, (await client.GetOutcomesForCrimeAsync(AnswerSamples.PersistentId.ToUpperInvariant(), Token)).Outcome);
        Assert.Equal(PoliceUkOutcome.NotFound, (await client.GetCrimesAtLocationAsync(5, Clients.Month, Token)).Outcome);
        Assert.Equal(PoliceUkOutcome.BadMonth, (await client.GetCrimesAtLocationAsync(900001, new DataMonth(2018, 1), Token)).Outcome);
        Assert.Equal(PoliceUkOutcome.BadMonth, (await client.GetCrimesAsync(area, new DataMonth(2018, 1), cancellationToken: Token)).Outcome);
        Assert.Equal(PoliceUkOutcome.BadMonth, (await client.GetCrimesAsync(area, new DataMonth(2012, 1), cancellationToken: Token)).Outcome);
        Assert.Empty((await client.GetCrimesAsync(area, new DataMonth(2024, 6), cancellationToken: Token)).Value);
    }

    [Fact]
    public async Task A_large_area_is_asked_for_in_parts_by_GET_and_by_form()
    {
        var time = Clients.Clock();
        await using var server = new DocumentedServer(time);
        // A ring of 600 corners, whose question is too long for a GET.
        var ring = SearchArea.Polygon([.. Enumerable.Range(0, 600).Select(i => new MapPosition(
            Math.Round((decimal)(0.05 + (0.05 * Math.Sin(i * Math.PI / 300))), 6), Math.Round((decimal)(0.05 + (0.05 * Math.Cos(i * Math.PI / 300))), 6)))]);

        var answer = await Client(server, time).GetCrimesAsync(ring, Clients.Month, cancellationToken: Token);

        Assert.True(answer.IsAnswered, answer.Explanation);
        Assert.Equal(server.Map.Within(ring.Corners).Order(), answer.Value.Select(crime => crime.Id!.Value).Order());
        Assert.Contains(server.Sockets.Requests, r => r.Method == "POST");
        Assert.Contains(server.Sockets.Requests, r => r.Method == "GET");
    }

    [Fact]
    public async Task Many_clients_of_one_limiter_are_never_refused()
    {
        var time = new FakeTimeProvider(Clients.Now);
        await using var server = new DocumentedServer(time);
        var limiter = new PoliceUkLimiter(time);
        var shared = Enumerable.Range(0, 4).Select(_ => new PoliceUkClient(Http, limiter, Options(server, time))).ToArray();
        var asked = Enumerable.Range(0, 40).Select(i => shared[i % 4].GetForcesAsync(Token)).ToArray();

        await Task.WhenAll(asked[..30]).WaitAsync(TimeSpan.FromMinutes(1), Token);
        Assert.DoesNotContain(asked[30..], one => one.IsCompleted);
        foreach (var one in asked[30..])
        {
            time.Advance(TimeSpan.FromMilliseconds(67));
            await one.WaitAsync(TimeSpan.FromMinutes(1), Token);
        }

        Assert.All(await Task.WhenAll(asked), answer => Assert.True(answer.IsAnswered));
        Assert.Equal(0, server.Limited);
    }

    [Fact]
    public async Task Clients_of_two_limiters_are_refused_and_recover()
    {
        var time = Clients.Clock();
        await using var server = new DocumentedServer(time);
        PoliceUkClient[] two = [Client(server, time), Client(server, time)];

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => two[i % 2].GetForcesAsync(Token)));

        Assert.All(answers, answer => Assert.True(answer.IsAnswered));
        Assert.NotEqual(0, server.Limited);
    }

    private static PoliceUkClient Client(DocumentedServer server, TimeProvider time) => new(Http, new PoliceUkLimiter(time), Options(server, time));

    private static PoliceUkOptions Options(DocumentedServer server, TimeProvider time) =>
        new() { BaseAddress = server.Sockets.BaseAddress, Time = time };
}
