using System.Globalization;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.PoliceUk.Api;

namespace Policing.PoliceUk.Tests.Api;

/// <summary>What is sent, byte for byte, route for route.</summary>
public class RequestTests
{
    private static readonly SearchArea Circle = SearchArea.Around(52.629729m, -1.131592m);

    private static readonly SearchArea Triangle =
        SearchArea.Polygon(new MapPosition(52.268m, 0.543m), new MapPosition(52.794m, 0.238m), new MapPosition(52.130m, 0.478m));

    /// <summary>The 22 routes: a name, the question, and the request line that it must make.</summary>
    private static readonly (string Name, Func<PoliceUkClient, CancellationToken, Task> Ask, string Line)[] Routes =
    [
        ("crime-last-updated", (c, t) => c.GetLastUpdateAsync(t), "GET /api/crime-last-updated"),
        ("crimes-street-dates", (c, t) => c.GetAvailableMonthsAsync(t), "GET /api/crimes-street-dates"),
        ("crime-categories", (c, t) => c.GetCrimeCategoriesAsync(Clients.Month, t), "GET /api/crime-categories?date=2024-02"),
        ("forces", (c, t) => c.GetForcesAsync(t), "GET /api/forces"),
        ("forces/{id}", (c, t) => c.GetForceAsync(PoliceAgency.Leicestershire, t), "GET /api/forces/leicestershire"),
        ("forces/{id}/people", (c, t) => c.GetForcePeopleAsync(PoliceAgency.Leicestershire, t), "GET /api/forces/leicestershire/people"),
        ("crimes-street", (c, t) => c.GetCrimesAsync(Circle, Clients.Month, cancellationToken: t),
            "GET /api/crimes-street/all-crime?lat=52.629729&lng=-1.131592&date=2024-02"),
        ("crimes-street, polygon", (c, t) => c.GetCrimesAsync(Triangle, Clients.Month, CrimeCategory.Burglary, t),
            "GET /api/crimes-street/burglary?poly=52.268,0.543:52.794,0.238:52.130,0.478&date=2024-02"),
        ("crimes-at-location", (c, t) => c.GetCrimesAtLocationAsync(884227, Clients.Month, t),
            "GET /api/crimes-at-location?location_id=884227&date=2024-02"),
        ("crimes-at-location, position", (c, t) => c.GetCrimesAtLocationAsync(new MapPosition(52.629729m, -1.131592m), Clients.Month, t),
            "GET /api/crimes-at-location?lat=52.629729&lng=-1.131592&date=2024-02"),
        ("crimes-no-location", (c, t) => c.GetCrimesWithoutLocationAsync(PoliceAgency.Leicestershire, Clients.Month, cancellationToken: t),
            "GET /api/crimes-no-location?category=all-crime&force=leicestershire&date=2024-02"),
        ("outcomes-at-location", (c, t) => c.GetOutcomesAtLocationAsync(883498, Clients.Month, t),
            "GET /api/outcomes-at-location?location_id=883498&date=2024-02"),
        ("outcomes-at-location, circle", (c, t) => c.GetOutcomesAsync(Circle, Clients.Month, t),
            "GET /api/outcomes-at-location?lat=52.629729&lng=-1.131592&date=2024-02"),
        ("outcomes-at-location, polygon", (c, t) => c.GetOutcomesAsync(Triangle, Clients.Month, t),
            "GET /api/outcomes-at-location?poly=52.268,0.543:52.794,0.238:52.130,0.478&date=2024-02"),
        ("outcomes-for-crime", (c, t) => c.GetOutcomesForCrimeAsync(new string('a', 64), t), "GET /api/outcomes-for-crime/" + new string('a', 64)),
        ("stops-street", (c, t) => c.GetStopsAsync(Circle, Clients.Month, t), "GET /api/stops-street?lat=52.629729&lng=-1.131592&date=2024-02"),
        ("stops-street, polygon", (c, t) => c.GetStopsAsync(Triangle, Clients.Month, t),
            "GET /api/stops-street?poly=52.268,0.543:52.794,0.238:52.130,0.478&date=2024-02"),
        ("stops-at-location", (c, t) => c.GetStopsAtLocationAsync(883407, Clients.Month, t), "GET /api/stops-at-location?location_id=883407&date=2024-02"),
        ("stops-no-location", (c, t) => c.GetStopsWithoutLocationAsync(PoliceAgency.Cleveland, Clients.Month, t),
            "GET /api/stops-no-location?force=cleveland&date=2024-02"),
        ("stops-force", (c, t) => c.GetStopsOfForceAsync(PoliceAgency.AvonAndSomerset, Clients.Month, t),
            "GET /api/stops-force?force=avon-and-somerset&date=2024-02"),
        ("locate-neighbourhood", (c, t) => c.LocateNeighbourhoodAsync(new MapPosition(51.500617m, -0.124629m), t),
            "GET /api/locate-neighbourhood?q=51.500617,-0.124629"),
        ("{force}/neighbourhoods", (c, t) => c.GetNeighbourhoodsAsync(PoliceAgency.Leicestershire, t), "GET /api/leicestershire/neighbourhoods"),
        ("{force}/{id}", (c, t) => c.GetNeighbourhoodAsync(PoliceAgency.Leicestershire, "NC04", t), "GET /api/leicestershire/NC04"),
        ("{force}/{id}/boundary", (c, t) => c.GetBoundaryAsync(PoliceAgency.Leicestershire, "NC04", t), "GET /api/leicestershire/NC04/boundary"),
        ("{force}/{id}/people", (c, t) => c.GetNeighbourhoodPeopleAsync(PoliceAgency.Leicestershire, "NC04", t), "GET /api/leicestershire/NC04/people"),
        ("{force}/{id}/priorities", (c, t) => c.GetPrioritiesAsync(PoliceAgency.Leicestershire, "NC04", t), "GET /api/leicestershire/NC04/priorities"),
        ("{force}/{id}/events", (c, t) => c.GetEventsAsync(PoliceAgency.Leicestershire, "NC04", t), "GET /api/leicestershire/NC04/events"),
    ];

    public static TheoryData<string> RouteNames { get; } = [.. Routes.Select(route => route.Name)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(RouteNames))]
    public async Task Each_route_is_asked_byte_for_byte(string name)
    {
        await using var server = new SocketServer(SocketAnswer.Json("[]"));
        var route = Routes.Single(r => r.Name == name);

        await route.Ask(Clients.Of(server), Token);

        var request = Assert.Single(server.Requests);
        Assert.Equal($"{route.Line} HTTP/1.1\r\nHost: {server.Host}\r\nUser-Agent: Tests/1.0\r\nAccept: application/json\r\n\r\n", request.Head);
        Assert.Equal("", request.Body);
    }

    [Fact]
    public void The_table_of_this_test_has_every_route_that_is_documented() =>
        Assert.Equal(22, Routes.Select(route => route.Name.Split(',')[0]).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void The_table_of_the_document_has_the_same_routes_and_the_methods_that_there_are()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PolicingSdk.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("These tests read the documentation: run them inside the working copy.");
        var rows = File.ReadLines(Path.Combine(folder.FullName, "docs/police-uk-client.md"))
            .SkipWhile(line => !line.StartsWith("| route |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToArray();

        Assert.Equal(
            Routes.Select(route => route.Name.Split(',')[0]).Distinct(StringComparer.Ordinal),
            rows.Select(row => row[1].Trim('`').Replace("/{category}", "", StringComparison.Ordinal).Replace("/{persistent_id}", "", StringComparison.Ordinal)));
        var methods = typeof(PoliceUkClient).GetMethods().Select(method => method.Name).Where(name => name.EndsWith("Async", StringComparison.Ordinal));
        Assert.Equal(
            methods.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            rows.SelectMany(row => row[2].Split(',')).Select(name => name.Trim(' ', '`')).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public async Task Every_route_is_asked_alike_in_every_culture(string name)
    {
        await using var server = new SocketServer(SocketAnswer.Json("[]"));
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = OtherCulture(name);
        try
        {
            Assert.Equal("1,5", 1.5m.ToString(CultureInfo.CurrentCulture));
            foreach (var (_, ask, _) in Routes)
                await ask(Clients.Of(server), Token);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal(Routes.Select(route => route.Line + " HTTP/1.1"), server.Requests.Select(request => request.Line));
    }

    [Theory]
    [InlineData("boundary", "/api/leicestershire/boundary")]
    [InlineData("people", "/api/leicestershire/people")]
    [InlineData("crimes-street", "/api/leicestershire/crimes-street")]
    [InlineData("a/b", "/api/leicestershire/a%2Fb")]
    [InlineData("a b?c#d%e", "/api/leicestershire/a%20b%3Fc%23d%25e")]
    [InlineData("...", "/api/leicestershire/...")]
    [InlineData("Caerdydd–Tŷ", "/api/leicestershire/Caerdydd%E2%80%93T%C5%B7")]
    public async Task An_id_stays_one_segment_of_the_path(string id, string target)
    {
        await using var server = new SocketServer(SocketAnswer.Json("{}"));

        await Clients.Of(server).GetNeighbourhoodAsync(PoliceAgency.Leicestershire, id, Token);

        Assert.Equal(target, Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task A_neighbourhood_named_like_the_list_is_asked_where_the_service_can_tell_them_apart()
    {
        await using var server = new SocketServer(SocketAnswer.Json("[]"));
        var client = Clients.Of(server);

        await client.GetBoundaryAsync(PoliceAgency.Leicestershire, "neighbourhoods", Token);
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => client.GetNeighbourhoodAsync(PoliceAgency.Leicestershire, "neighbourhoods", Token));

        Assert.Equal("/api/leicestershire/neighbourhoods/boundary", Assert.Single(server.Requests).Target);
        Assert.Contains("GetNeighbourhoodsAsync", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_ask_something_else_is_refused(string id)
    {
        await using var server = new SocketServer(SocketAnswer.Json("[]"));
        var client = Clients.Of(server);

        await Assert.ThrowsAsync<ArgumentException>(() => client.GetNeighbourhoodAsync(PoliceAgency.Leicestershire, id, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetEventsAsync(PoliceAgency.Leicestershire, id, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.GetOutcomesForCrimeAsync(id, Token));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task An_id_that_no_address_can_hold_is_refused()
    {
        await using var server = new SocketServer(SocketAnswer.Json("[]"));

        await Assert.ThrowsAsync<ArgumentException>(() => Clients.Of(server).GetEventsAsync(PoliceAgency.Leicestershire, "x\ud800", Token));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task What_the_service_would_answer_with_something_else_is_refused_before_it_is_sent()
    {
        await using var server = new SocketServer(SocketAnswer.Json("[]"));
        var client = Clients.Of(server);
        var category = CrimeCategory.Of("canary-category");
        var force = PoliceAgency.Of("canary-force");

        ArgumentException[] refused =
        [
            await Assert.ThrowsAsync<ArgumentException>(() => client.GetCrimesAsync(Circle, Clients.Month, category, Token)),
            await Assert.ThrowsAsync<ArgumentException>(() => client.GetCrimesAsync(Circle, default, cancellationToken: Token)),
            await Assert.ThrowsAsync<ArgumentException>(() => client.GetCrimesAsync(Circle, new DataMonth(2024, 7), cancellationToken: Token)),
            await Assert.ThrowsAsync<ArgumentException>(() => client.GetCrimesWithoutLocationAsync(force, Clients.Month, cancellationToken: Token)),
            await Assert.ThrowsAsync<ArgumentException>(() => client.GetStopsOfForceAsync(force, Clients.Month, Token)),
            await Assert.ThrowsAsync<ArgumentException>(() => client.GetStopsOfForceAsync(PoliceAgency.PoliceScotland, Clients.Month, Token)),
            await Assert.ThrowsAsync<ArgumentException>(() => client.GetForceAsync(PoliceAgency.Of("Cleveland Police"), Token)),
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.GetCrimesAtLocationAsync(-1, Clients.Month, Token)),
        ];

        Assert.Empty(server.Requests);
        Assert.All(refused, e => Assert.DoesNotContain("canary", e.Message, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_category_that_an_overlay_adds_is_sent()
    {
        await using var server = new SocketServer(SocketAnswer.Json("[]"));
        var lists = new ListWithOneMore();

        await Clients.Of(server, o => o with { ReferenceData = lists }).GetCrimesAsync(Circle, Clients.Month, CrimeCategory.Of("cyber-crime"), Token);

        Assert.StartsWith("/api/crimes-street/cyber-crime?", Assert.Single(server.Requests).Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_force_of_the_register_that_the_service_has_can_be_asked_for()
    {
        await using var server = new SocketServer(SocketAnswer.Json("{}"));
        var client = Clients.Of(server);
        var known = PoliceAgency.BuiltIn.ToArray().Where(a => ReferenceData.BuiltIn.FindAgency(a.Code!)!.PoliceUkId is not null).ToArray();

        // Not all of them, since the limiter would have us wait.
        foreach (var force in known.Take(20))
            Assert.True((await client.GetForceAsync(force, Token)).IsAnswered);

        Assert.InRange(known.Length, 43, 46);
        Assert.Equal(known.Take(20).Select(a => "/api/forces/" + a.Code), server.Requests.Select(r => r.Target));
    }

    [Theory]
    [InlineData(4094, "GET")]
    [InlineData(4095, "POST")]
    public async Task A_line_as_long_as_allowed_is_a_GET_and_a_longer_one_a_form(int length, string method)
    {
        await using var server = new SocketServer(SocketAnswer.Json("[]"));
        var area = AreaOfLine(length);

        await Clients.Of(server).GetCrimesAsync(area, Clients.Month, cancellationToken: Token);

        var request = Assert.Single(server.Requests);
        Assert.Equal(method, request.Method);
        if (method == "GET")
            Assert.Equal(length, request.Line.Length);
        else
            AssertForm(request, server, area);
    }

    private static void AssertForm(SocketRequest request, SocketServer server, SearchArea area)
    {
        var poly = string.Join("%3A", area.Corners.ToArray().Select(c => c.ToString().Replace(",", "%2C", StringComparison.Ordinal)));
        Assert.Equal($"poly={poly}&date=2024-02", request.Body);
        Assert.Equal(
            $"POST /api/crimes-street/all-crime HTTP/1.1\r\nHost: {server.Host}\r\nUser-Agent: Tests/1.0\r\nAccept: application/json\r\n"
            + $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {request.Body.Length}\r\n\r\n",
            request.Head);
    }

    /// <summary>A polygon whose question, as a GET, has a request line of so many characters.</summary>
    private static SearchArea AreaOfLine(int length)
    {
        const string around = "GET /api/crimes-street/all-crime?poly=&date=2024-02 HTTP/1.1";
        var corners = new List<MapPosition> { new(52m, 1.5m), new(52.5m, 1.5m) };
        while (around.Length + Poly().Length + 22 < length)
            corners.Insert(corners.Count - 1, new(52m + (0.0001m * corners.Count), 1.12345m));
        var digits = length - around.Length - Poly().Length;
        corners[^1] = new(corners[^1].Latitude, decimal.Parse("1.5" + new string('9', digits), CultureInfo.InvariantCulture));
        return SearchArea.Polygon([.. corners]);

        string Poly() => string.Join(':', corners);
    }

    /// <summary>The tests run without the data of cultures, so what matters of one is set by hand.</summary>
    private static CultureInfo OtherCulture(string name)
    {
        var culture = new CultureInfo(name);
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NegativeSign = "−";
        culture.DateTimeFormat.Calendar = new GregorianCalendar();
        return culture;
    }

    private sealed class ListWithOneMore : IReferenceData
    {
        public CodeEntry? Find(string listId, string code) => (listId, code) is ("crime-category", "cyber-crime")
            ? new() { Code = code, Label = "Cyber crime" }
            : ReferenceData.BuiltIn.Find(listId, code);

        public CodeEntry? FindMapped(string listId, string system, string text) => ReferenceData.BuiltIn.FindMapped(listId, system, text);

        public AgencyEntry? FindAgency(string slugOrName) => ReferenceData.BuiltIn.FindAgency(slugOrName);
    }
}
