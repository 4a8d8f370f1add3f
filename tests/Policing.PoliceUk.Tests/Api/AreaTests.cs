using Policing.DataModel;
using Policing.PoliceUk.Api;

namespace Policing.PoliceUk.Tests.Api;

/// <summary>Areas, and how they are cut: on synthetic maps nothing is lost, nothing comes twice, and it ends.</summary>
public class AreaTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void What_makes_no_polygon_is_refused()
    {
        MapPosition a = new(52, -1), b = new(53, -1), c = new(54, -1);

        Assert.Throws<ArgumentException>(() => SearchArea.Polygon());
        Assert.Throws<ArgumentException>(() => SearchArea.Polygon(a, b));
        Assert.Throws<ArgumentException>(() => SearchArea.Polygon(a, b, a));
        Assert.Throws<ArgumentException>(() => SearchArea.Polygon(a, a, b, b, a));
        Assert.Throws<ArgumentException>(() => SearchArea.Polygon(a, b, c));
        Assert.Throws<ArgumentException>(() => SearchArea.Box(52, -1, 52, 1));
        Assert.Throws<ArgumentException>(() => SearchArea.Box(53, -1, 52, 1));
        Assert.Throws<ArgumentException>(() => SearchArea.Within([new BoundaryPoint { Latitude = 1 }]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MapPosition(91, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SearchArea.Around(0, 181));
    }

    [Fact]
    public void A_polygon_drops_corners_that_repeat_and_hides_where_it_is()
    {
        var area = SearchArea.Polygon(new(52, -1), new(53, -1), new(53, -1), new(53, 0), new(52, -1));

        Assert.Equal("52,-1:53,-1:53,0", area.ToPoly());
        Assert.Equal("polygon of 3 corners", area.ToString());
        Assert.Equal("circle of one mile", SearchArea.Around(52, -1).ToString());
    }

    [Fact]
    public void A_boundary_becomes_the_area_within_it() =>
        Assert.Equal(
            "0.1,-30.2:0.2,-30.2:0.2,-30.1",
            SearchArea.Within((ValueList<BoundaryPoint>)AnswerSamples.All["boundary"].Read(AnswerSamples.All["boundary"].Json, out _)).ToPoly());

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Random_polygons_on_random_maps_lose_nothing_and_double_nothing(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 40; round++)
        {
            var map = SyntheticMap.Random(random, points: random.Next(1, 400));
            var area = SearchArea.Polygon(RandomPolygon(random, corners: random.Next(3, 40)));
            var most = random.Next(Math.Max(2, map.MostAtOnePoint), 60);
            await using var server = new SocketServer(request => map.Answer(request, most));

            var answer = await new PoliceUkClient(Http, Free(), Options(server) with { MaxRequestsPerArea = 20_000 })
                .GetCrimesAsync(area, Clients.Month, cancellationToken: Token);

            Assert.True(answer.IsAnswered, answer.Explanation);
            Assert.Equal(map.Within(area.Corners).Order(), answer.Value.Select(crime => crime.Id!.Value).Order());
            Assert.Equal(server.Requests.Count, answer.Requests);
        }
    }

    [Fact]
    public async Task A_comb_that_falls_into_many_parts_is_asked_for_part_by_part()
    {
        var random = new Random(9);
        var map = SyntheticMap.Random(random, points: 600);
        var comb = new List<MapPosition> { new(0.0m, 0.0m), new(0.0m, 0.1m) };
        for (var tooth = 9; tooth >= 0; tooth--)
        {
            comb.Add(new(0.1m, (tooth * 0.01m) + 0.009m));
            comb.Add(new(0.1m, (tooth * 0.01m) + 0.004m));
            comb.Add(new(0.01m, (tooth * 0.01m) + 0.002m));
        }

        var area = SearchArea.Polygon([.. comb]);
        await using var server = new SocketServer(request => map.Answer(request, most: Math.Max(20, map.MostAtOnePoint)));

        var answer = await new PoliceUkClient(Http, Free(), Options(server) with { MaxRequestsPerArea = 4_096 })
            .GetCrimesAsync(area, Clients.Month, cancellationToken: Token);

        Assert.True(answer.IsAnswered, answer.Explanation);
        Assert.Equal(map.Within(area.Corners).Order(), answer.Value.Select(crime => crime.Id!.Value).Order());
        Assert.True(answer.Requests > 5);
    }

    [Fact]
    public async Task A_point_with_more_than_the_service_gives_ends_the_cutting()
    {
        var map = SyntheticMap.OfPoint(0.05m, 0.05m, count: 50);
        await using var server = new SocketServer(request => map.Answer(request, most: 10));

        var answer = await new PoliceUkClient(Http, Free(), Options(server)).GetCrimesAsync(SearchArea.Box(0, 0, 0.1m, 0.1m), Clients.Month, cancellationToken: Token);

        Assert.Equal(PoliceUkOutcome.TooManyResults, answer.Outcome);
        Assert.Equal(Explanations.NotSplit, answer.Explanation);
        Assert.InRange(answer.Requests, 20, 80);
    }

    [Fact]
    public async Task The_budget_of_requests_ends_the_cutting()
    {
        var map = SyntheticMap.OfPoint(0.05m, 0.05m, count: 50);
        await using var server = new SocketServer(request => map.Answer(request, most: 10));

        var answer = await new PoliceUkClient(Http, Free(), Options(server) with { MaxRequestsPerArea = 7 })
            .GetCrimesAsync(SearchArea.Box(0, 0, 0.1m, 0.1m), Clients.Month, cancellationToken: Token);

        Assert.Equal(PoliceUkOutcome.OverBudget, answer.Outcome);
        Assert.Equal((7, 7), (answer.Requests, server.Requests.Count));
    }

    [Fact]
    public async Task A_circle_and_a_polygon_that_crosses_itself_are_not_cut()
    {
        await using var server = new SocketServer(SocketAnswer.Status(503, "too many"));
        var client = new PoliceUkClient(Http, Free(), Options(server));
        var bow = SearchArea.Polygon(new(0, 0), new(0.1m, 0.1m), new(0.1m, 0), new(0, 0.1m));

        Assert.Equal((PoliceUkOutcome.TooManyResults, 1), await client.GetStopsAsync(bow, Clients.Month, Token) is var a ? (a.Outcome, a.Requests) : default);
        Assert.Equal(
            (PoliceUkOutcome.TooManyResults, 1), await client.GetOutcomesAsync(SearchArea.Around(0, 0), Clients.Month, Token) is var b ? (b.Outcome, b.Requests) : default);
    }

    [Fact]
    public async Task What_fails_in_a_part_fails_the_whole()
    {
        await using var server = new SocketServer(SocketAnswer.Status(503), SocketAnswer.Json("[]"), SocketAnswer.Status(404));

        var answer = await new PoliceUkClient(Http, Free(), Options(server)).GetCrimesAsync(SearchArea.Box(0, 0, 1, 1), Clients.Month, cancellationToken: Token);

        Assert.Equal((PoliceUkOutcome.BadMonth, 3), (answer.Outcome, answer.Requests));
    }

    [Fact]
    public void No_cut_runs_through_a_point_that_the_service_can_have()
    {
        var random = new Random(4);
        for (var i = 0; i < 200; i++)
        {
            var corners = RandomPolygon(random, random.Next(3, 12));
            foreach (var part in PolygonSplit.Halves(corners)!)
            {
                foreach (var corner in part.Except(corners))
                    Assert.True(Math.Round(corner.Latitude, 6) != corner.Latitude || Math.Round(corner.Longitude, 6) != corner.Longitude);
            }
        }
    }

    [Fact]
    public async Task Months_come_one_after_the_other_each_with_its_own_outcome()
    {
        await using var server = new SocketServer(request => request.Target.EndsWith("2023-12", StringComparison.Ordinal)
            ? SocketAnswer.Status(404, "no such month")
            : SocketAnswer.Json($$"""[{"month":"{{request.Target[^7..]}}"}]"""));
        var seen = new List<string>();

        await foreach (var (month, answer) in Clients.Of(server).GetCrimesAsync(
            SearchArea.Around(0, 0), new DataMonth(2023, 11), new DataMonth(2024, 2), cancellationToken: Token))
            seen.Add($"{month} {answer.Outcome} {(answer.TryGetValue(out var crimes) ? crimes[0].Month.Text : "-")} {server.Requests.Count}");

        Assert.Equal(
            ["2023-11 Answered 2023-11 1", "2023-12 BadMonth - 2", "2024-01 Answered 2024-01 3", "2024-02 Answered 2024-02 4"],
            seen);
    }

    [Fact]
    public async Task A_range_that_ends_before_it_begins_is_refused()
    {
        await using var server = new SocketServer(SocketAnswer.Json("[]"));
        var months = Clients.Of(server).GetStopsAsync(SearchArea.Around(0, 0), new DataMonth(2024, 2), new DataMonth(2024, 1), Token);

        await Assert.ThrowsAsync<ArgumentException>(async () => await months.GetAsyncEnumerator(Token).MoveNextAsync());
    }

    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    private static PoliceUkOptions Options(SocketServer server) => new() { BaseAddress = server.BaseAddress, Time = Clients.Clock() };

    /// <summary>A limiter whose clock runs a thousand times as fast, so that nobody waits.</summary>
    private static PoliceUkLimiter Free() => new(Clients.Clock());

    /// <summary>A polygon that does not cross itself: corners around a middle in the order of their angles.</summary>
    private static MapPosition[] RandomPolygon(Random random, int corners)
    {
        var angles = Enumerable.Range(0, corners).Select(_ => random.NextDouble() * 2 * Math.PI).Order().ToArray();
        var positions = angles.Select(angle =>
        {
            var far = 0.005 + (random.NextDouble() * 0.045);
            return new MapPosition(
                Math.Round((decimal)(0.05 + (Math.Sin(angle) * far)), 6), Math.Round((decimal)(0.05 + (Math.Cos(angle) * far)), 6));
        }).Distinct().ToArray();
        return positions.Length >= 3 && PolygonShape.IsSimple(positions) && !IsFlat(positions) ? positions : RandomPolygon(random, Math.Max(4, corners));
    }

    private static bool IsFlat(MapPosition[] positions)
    {
        try
        {
            return SearchArea.Polygon(positions).Corners.Length < 3;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }
}
