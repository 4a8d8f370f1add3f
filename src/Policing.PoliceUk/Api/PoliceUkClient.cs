using System.Globalization;
using System.Runtime.CompilerServices;
using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.PoliceUk.Api;

/// <summary>
/// Asks the API of data.police.uk: its 22 routes, at the pace that the service allows. Stateless and thread-safe; the sample StreetCrime shows it
/// at work.
/// </summary>
/// <remarks>
/// <para>
/// A method gives the answer or the reason why there is none (<see cref="PoliceUkOutcome"/>), and throws only for what should not be sent: a
/// force, category or month that the service would silently answer with something else, and for cancellation.
/// </para>
/// <para>
/// It waits for its <see cref="PoliceUkLimiter"/> before each request, and sends again what may pass, so the <see cref="HttpClient"/> should have
/// no handler that does so too, and a time-out longer than <see cref="PoliceUkOptions.AttemptTimeout"/>.
/// </para>
/// <para>
/// The data is public sector information under the Open Government Licence v3.0. Source of the routes: data.police.uk/docs; the table of them
/// and of what each status means is docs/police-uk-client.md.
/// </para>
/// </remarks>
public sealed class PoliceUkClient
{
    private const string AllCrime = "all-crime";

    private static readonly ReadAnswer<LastUpdate> ReadLastUpdate = Answers.One(ServiceParts.LastUpdate);
    private static readonly ReadAnswer<ValueList<AvailableMonth>> ReadMonths = Answers.Many(ServiceParts.AvailableMonth);
    private static readonly ReadAnswer<ValueList<CategoryName>> ReadCategories = Answers.Many(ServiceParts.CategoryName);
    private static readonly ReadAnswer<ValueList<ForceName>> ReadForces = Answers.Many(ForceParts.ForceName);
    private static readonly ReadAnswer<ForceDetails> ReadForce = Answers.One(ForceParts.ForceDetails);
    private static readonly ReadAnswer<ValueList<OfficerProfile>> ReadOfficers = Answers.Many(ForceParts.OfficerProfile);
    private static readonly ReadAnswer<ValueList<StreetCrime>> ReadCrimes = Answers.Many(EventParts.StreetCrime);
    private static readonly ReadAnswer<ValueList<StreetOutcome>> ReadOutcomes = Answers.Many(EventParts.StreetOutcome);
    private static readonly ReadAnswer<CrimeHistory> ReadHistory = Answers.One(EventParts.CrimeHistory);
    private static readonly ReadAnswer<ValueList<StreetStop>> ReadStops = Answers.Many(EventParts.StreetStop);
    private static readonly ReadAnswer<NeighbourhoodPlace> ReadPlace = Answers.One(NeighbourhoodParts.NeighbourhoodPlace);
    private static readonly ReadAnswer<ValueList<NeighbourhoodName>> ReadNeighbourhoods = Answers.Many(NeighbourhoodParts.NeighbourhoodName);
    private static readonly ReadAnswer<NeighbourhoodDetails> ReadNeighbourhood = Answers.One(NeighbourhoodParts.NeighbourhoodDetails);
    private static readonly ReadAnswer<ValueList<BoundaryPoint>> ReadBoundary = Answers.Many(NeighbourhoodParts.BoundaryPoint);
    private static readonly ReadAnswer<ValueList<NeighbourhoodPriority>> ReadPriorities = Answers.Many(NeighbourhoodParts.NeighbourhoodPriority);
    private static readonly ReadAnswer<ValueList<NeighbourhoodEvent>> ReadEvents = Answers.Many(NeighbourhoodParts.NeighbourhoodEvent);

    private readonly PoliceUkOptions _options;
    private readonly RequestSender _sender;
    private readonly QuestionCheck _check;

    /// <summary>A client.</summary>
    /// <param name="http">Sends the requests. It is not disposed of, and its base address is not used.</param>
    /// <param name="limiter">The pace. Share one among all clients of the process, since the service counts by the address that sends.</param>
    /// <param name="options">Budgets, base address, code lists and clock; <see cref="PoliceUkOptions.Default"/> if not given.</param>
    public PoliceUkClient(HttpClient http, PoliceUkLimiter limiter, PoliceUkOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(limiter);
        _options = options ?? PoliceUkOptions.Default;
        _sender = new(http, limiter, _options);
        _check = new(_options);
    }

    /// <summary>When the crimes were last updated. Route <c>crime-last-updated</c>.</summary>
    public Task<PoliceUkAnswer<LastUpdate>> GetLastUpdateAsync(CancellationToken cancellationToken = default) =>
        AskAsync(new("crime-last-updated", RequestSubject.Service), ReadLastUpdate, cancellationToken);

    /// <summary>The months that the service has data of, newest first. Route <c>crimes-street-dates</c>.</summary>
    public Task<PoliceUkAnswer<ValueList<AvailableMonth>>> GetAvailableMonthsAsync(CancellationToken cancellationToken = default) =>
        AskAsync(new("crimes-street-dates", RequestSubject.Service), ReadMonths, cancellationToken);

    /// <summary>The categories of crime of a month. Route <c>crime-categories</c>.</summary>
    /// <param name="month">The month.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The month is absent or has not begun.</exception>
    public Task<PoliceUkAnswer<ValueList<CategoryName>>> GetCrimeCategoriesAsync(DataMonth month, CancellationToken cancellationToken = default)
    {
        _check.Month(month);
        return AskAsync(new($"crime-categories?date={month}", RequestSubject.Service) { Month = month }, ReadCategories, cancellationToken);
    }

    /// <summary>The forces. Route <c>forces</c>.</summary>
    public Task<PoliceUkAnswer<ValueList<ForceName>>> GetForcesAsync(CancellationToken cancellationToken = default) =>
        AskAsync(new("forces", RequestSubject.Service), ReadForces, cancellationToken);

    /// <summary>What the service says of a force. Route <c>forces/{id}</c>.</summary>
    /// <param name="force">The force, for example <c>PoliceAgency.Cleveland</c>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The register has no id of the service for it.</exception>
    public Task<PoliceUkAnswer<ForceDetails>> GetForceAsync(PoliceAgency force, CancellationToken cancellationToken = default) =>
        AskAsync(new(RequestLine.Path("forces", _check.Force(force)), RequestSubject.Id), ReadForce, cancellationToken);

    /// <summary>The senior officers of a force. Route <c>forces/{id}/people</c>.</summary>
    /// <param name="force">The force.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The register has no id of the service for it.</exception>
    public Task<PoliceUkAnswer<ValueList<OfficerProfile>>> GetForcePeopleAsync(PoliceAgency force, CancellationToken cancellationToken = default) =>
        AskAsync(new(RequestLine.Path("forces", _check.Force(force), "people"), RequestSubject.Id), ReadOfficers, cancellationToken);

    /// <summary>
    /// The crimes of a month in an area, anti-social behaviour among them. A polygon with too many of them is split and the answers joined, in
    /// no particular order. Route <c>crimes-street/{category}</c>.
    /// </summary>
    /// <param name="area">The area.</param>
    /// <param name="month">The month.</param>
    /// <param name="category">The category; all of them if not given.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The month is absent or has not begun, or the lists do not have the category.</exception>
    public Task<PoliceUkAnswer<ValueList<StreetCrime>>> GetCrimesAsync(
        SearchArea area, DataMonth month, CrimeCategory? category = null, CancellationToken cancellationToken = default) =>
        AskAreaAsync(RequestLine.Path("crimes-street", _check.Category(category) ?? AllCrime), area, month, ReadCrimes, cancellationToken);

    /// <summary>The crimes of several months in an area, a month after the other; each as for one month.</summary>
    /// <param name="area">The area.</param>
    /// <param name="first">The first month.</param>
    /// <param name="last">The last month.</param>
    /// <param name="category">The category; all of them if not given.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">As there, when the sequence is begun; or the last month lies before the first.</exception>
    public IAsyncEnumerable<MonthAnswer<StreetCrime>> GetCrimesAsync(
        SearchArea area, DataMonth first, DataMonth last, CrimeCategory? category = null, CancellationToken cancellationToken = default) =>
        EachMonthAsync(first, last, (month, token) => GetCrimesAsync(area, month, category, token), cancellationToken);

    /// <summary>The crimes of a month at one map point. Route <c>crimes-at-location</c>.</summary>
    /// <param name="locationId">The id of the point: that of the street of a place in an earlier answer.</param>
    /// <param name="month">The month.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The month is absent or has not begun, or the id is negative.</exception>
    public Task<PoliceUkAnswer<ValueList<StreetCrime>>> GetCrimesAtLocationAsync(
        long locationId, DataMonth month, CancellationToken cancellationToken = default) =>
        AskAsync(AtLocation("crimes-at-location", locationId, month), ReadCrimes, cancellationToken);

    /// <summary>The crimes of a month at the map point that is nearest to a position. Route <c>crimes-at-location</c>.</summary>
    /// <param name="position">The position.</param>
    /// <param name="month">The month.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The month is absent or has not begun.</exception>
    public Task<PoliceUkAnswer<ValueList<StreetCrime>>> GetCrimesAtLocationAsync(
        MapPosition position, DataMonth month, CancellationToken cancellationToken = default) =>
        AskAsync(AtPosition("crimes-at-location", position, month), ReadCrimes, cancellationToken);

    /// <summary>The crimes of a force and month that were published without a place. Route <c>crimes-no-location</c>.</summary>
    /// <param name="force">The force.</param>
    /// <param name="month">The month.</param>
    /// <param name="category">The category; all of them if not given.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The month is absent or has not begun, or force or category are not known.</exception>
    public Task<PoliceUkAnswer<ValueList<StreetCrime>>> GetCrimesWithoutLocationAsync(
        PoliceAgency force, DataMonth month, CrimeCategory? category = null, CancellationToken cancellationToken = default)
    {
        _check.Month(month);
        var path = $"crimes-no-location?category={Uri.EscapeDataString(_check.Category(category) ?? AllCrime)}&force={Escaped(force)}&date={month}";
        return AskAsync(new(path, RequestSubject.Service) { Month = month }, ReadCrimes, cancellationToken);
    }

    /// <summary>
    /// The outcomes of a month in an area, each with its crime. A polygon with too many of them is split and the answers joined, in no particular
    /// order. Route <c>outcomes-at-location</c>.
    /// </summary>
    /// <param name="area">The area.</param>
    /// <param name="month">The month of the outcomes, not of the crimes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The month is absent or has not begun.</exception>
    public Task<PoliceUkAnswer<ValueList<StreetOutcome>>> GetOutcomesAsync(
        SearchArea area, DataMonth month, CancellationToken cancellationToken = default) =>
        AskAreaAsync("outcomes-at-location", area, month, ReadOutcomes, cancellationToken);

    /// <summary>The outcomes of several months in an area, a month after the other.</summary>
    /// <param name="area">The area.</param>
    /// <param name="first">The first month.</param>
    /// <param name="last">The last month.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">When the sequence is begun: a month is absent or has not begun, or the last lies before the first.</exception>
    public IAsyncEnumerable<MonthAnswer<StreetOutcome>> GetOutcomesAsync(
        SearchArea area, DataMonth first, DataMonth last, CancellationToken cancellationToken = default) =>
        EachMonthAsync(first, last, (month, token) => GetOutcomesAsync(area, month, token), cancellationToken);

    /// <summary>The outcomes of a month at one map point. Route <c>outcomes-at-location</c>.</summary>
    /// <param name="locationId">The id of the point: that of the street of a place in an earlier answer.</param>
    /// <param name="month">The month of the outcomes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The month is absent or has not begun, or the id is negative.</exception>
    public Task<PoliceUkAnswer<ValueList<StreetOutcome>>> GetOutcomesAtLocationAsync(
        long locationId, DataMonth month, CancellationToken cancellationToken = default) =>
        AskAsync(AtLocation("outcomes-at-location", locationId, month), ReadOutcomes, cancellationToken);

    /// <summary>A crime and all its outcomes. Route <c>outcomes-for-crime/{persistent_id}</c>.</summary>
    /// <param name="persistentId">The persistent id, in small letters: to the service others are another id.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The id is blank, as that of anti-social behaviour is.</exception>
    public Task<PoliceUkAnswer<CrimeHistory>> GetOutcomesForCrimeAsync(string persistentId, CancellationToken cancellationToken = default) =>
        AskAsync(new(RequestLine.Path("outcomes-for-crime", QuestionCheck.Id(persistentId)), RequestSubject.Id), ReadHistory, cancellationToken);

    /// <summary>
    /// The stops of a month in an area. A polygon with too many of them is split and the answers joined, in no particular order. Route <c>stops-street</c>.
    /// </summary>
    /// <param name="area">The area.</param>
    /// <param name="month">The month.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The month is absent or has not begun.</exception>
    public Task<PoliceUkAnswer<ValueList<StreetStop>>> GetStopsAsync(SearchArea area, DataMonth month, CancellationToken cancellationToken = default) =>
        AskAreaAsync("stops-street", area, month, ReadStops, cancellationToken);

    /// <summary>The stops of several months in an area, a month after the other.</summary>
    /// <param name="area">The area.</param>
    /// <param name="first">The first month.</param>
    /// <param name="last">The last month.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">When the sequence is begun: a month is absent or has not begun, or the last lies before the first.</exception>
    public IAsyncEnumerable<MonthAnswer<StreetStop>> GetStopsAsync(
        SearchArea area, DataMonth first, DataMonth last, CancellationToken cancellationToken = default) =>
        EachMonthAsync(first, last, (month, token) => GetStopsAsync(area, month, token), cancellationToken);

    /// <summary>The stops of a month at one map point. Route <c>stops-at-location</c>.</summary>
    /// <param name="locationId">The id of the point: that of the street of a place in an earlier answer.</param>
    /// <param name="month">The month.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The month is absent or has not begun, or the id is negative.</exception>
    public Task<PoliceUkAnswer<ValueList<StreetStop>>> GetStopsAtLocationAsync(
        long locationId, DataMonth month, CancellationToken cancellationToken = default) =>
        AskAsync(AtLocation("stops-at-location", locationId, month), ReadStops, cancellationToken);

    /// <summary>The stops of a force and month that were published without a place. Route <c>stops-no-location</c>.</summary>
    /// <param name="force">The force.</param>
    /// <param name="month">The month.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The month is absent or has not begun, or the register has no id of the service for the force.</exception>
    public Task<PoliceUkAnswer<ValueList<StreetStop>>> GetStopsWithoutLocationAsync(
        PoliceAgency force, DataMonth month, CancellationToken cancellationToken = default) =>
        AskAsync(OfForce("stops-no-location", force, month), ReadStops, cancellationToken);

    /// <summary>All stops of a force and month, with a place and without. Route <c>stops-force</c>.</summary>
    /// <param name="force">The force.</param>
    /// <param name="month">The month.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The month is absent or has not begun, or the register has no id of the service for the force.</exception>
    public Task<PoliceUkAnswer<ValueList<StreetStop>>> GetStopsOfForceAsync(
        PoliceAgency force, DataMonth month, CancellationToken cancellationToken = default) =>
        AskAsync(OfForce("stops-force", force, month), ReadStops, cancellationToken);

    /// <summary>All stops of a force, a month after the other.</summary>
    /// <param name="force">The force.</param>
    /// <param name="first">The first month.</param>
    /// <param name="last">The last month.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">When the sequence is begun: as for one month, or the last lies before the first.</exception>
    public IAsyncEnumerable<MonthAnswer<StreetStop>> GetStopsOfForceAsync(
        PoliceAgency force, DataMonth first, DataMonth last, CancellationToken cancellationToken = default) =>
        EachMonthAsync(first, last, (month, token) => GetStopsOfForceAsync(force, month, token), cancellationToken);

    /// <summary>The neighbourhood that a position belongs to. Route <c>locate-neighbourhood</c>.</summary>
    /// <param name="position">The position.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<PoliceUkAnswer<NeighbourhoodPlace>> LocateNeighbourhoodAsync(MapPosition position, CancellationToken cancellationToken = default) =>
        AskAsync(new($"locate-neighbourhood?q={position}", RequestSubject.Position), ReadPlace, cancellationToken);

    /// <summary>The neighbourhoods of a force. Route <c>{force}/neighbourhoods</c>.</summary>
    /// <param name="force">The force.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The register has no id of the service for it.</exception>
    public Task<PoliceUkAnswer<ValueList<NeighbourhoodName>>> GetNeighbourhoodsAsync(PoliceAgency force, CancellationToken cancellationToken = default) =>
        AskAsync(new(RequestLine.Path(_check.Force(force), "neighbourhoods"), RequestSubject.Id), ReadNeighbourhoods, cancellationToken);

    /// <summary>What the service says of a neighbourhood. Route <c>{force}/{id}</c>.</summary>
    /// <param name="force">The force.</param>
    /// <param name="neighbourhoodId">The id, as <see cref="GetNeighbourhoodsAsync"/> gives it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">
    /// The register has no id of the service for the force; or the id of the neighbourhood is blank, <c>.</c> or <c>..</c>, or <c>neighbourhoods</c>, at
    /// whose address the service has the list.
    /// </exception>
    public Task<PoliceUkAnswer<NeighbourhoodDetails>> GetNeighbourhoodAsync(
        PoliceAgency force, string neighbourhoodId, CancellationToken cancellationToken = default) =>
        AskAsync(new(RequestLine.Path(_check.Force(force), QuestionCheck.NeighbourhoodId(neighbourhoodId)), RequestSubject.Id), ReadNeighbourhood, cancellationToken);

    /// <summary>The boundary of a neighbourhood. Route <c>{force}/{id}/boundary</c>.</summary>
    /// <param name="force">The force.</param>
    /// <param name="neighbourhoodId">The id.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArgumentException">The register has no id of the service for the force, or the other id is blank, <c>.</c> or <c>..</c>.</exception>
    public Task<PoliceUkAnswer<ValueList<BoundaryPoint>>> GetBoundaryAsync(
        PoliceAgency force, string neighbourhoodId, CancellationToken cancellationToken = default) =>
        AskAsync(OfNeighbourhood(force, neighbourhoodId, "boundary"), ReadBoundary, cancellationToken);

    /// <summary>The officers of a neighbourhood team. Route <c>{force}/{id}/people</c>.</summary>
    /// <inheritdoc cref="GetBoundaryAsync" path="/param|/exception"/>
    public Task<PoliceUkAnswer<ValueList<OfficerProfile>>> GetNeighbourhoodPeopleAsync(
        PoliceAgency force, string neighbourhoodId, CancellationToken cancellationToken = default) =>
        AskAsync(OfNeighbourhood(force, neighbourhoodId, "people"), ReadOfficers, cancellationToken);

    /// <summary>The priorities of a neighbourhood team. Route <c>{force}/{id}/priorities</c>.</summary>
    /// <inheritdoc cref="GetBoundaryAsync" path="/param|/exception"/>
    public Task<PoliceUkAnswer<ValueList<NeighbourhoodPriority>>> GetPrioritiesAsync(
        PoliceAgency force, string neighbourhoodId, CancellationToken cancellationToken = default) =>
        AskAsync(OfNeighbourhood(force, neighbourhoodId, "priorities"), ReadPriorities, cancellationToken);

    /// <summary>The events of a neighbourhood team. Route <c>{force}/{id}/events</c>.</summary>
    /// <inheritdoc cref="GetBoundaryAsync" path="/param|/exception"/>
    public Task<PoliceUkAnswer<ValueList<NeighbourhoodEvent>>> GetEventsAsync(
        PoliceAgency force, string neighbourhoodId, CancellationToken cancellationToken = default) =>
        AskAsync(OfNeighbourhood(force, neighbourhoodId, "events"), ReadEvents, cancellationToken);

    private string Escaped(PoliceAgency force) => Uri.EscapeDataString(_check.Force(force));

    private ApiRequest AtLocation(string route, long locationId, DataMonth month)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(locationId);
        _check.Month(month);
        return new(string.Create(CultureInfo.InvariantCulture, $"{route}?location_id={locationId}&date={month}"), RequestSubject.Id) { Month = month };
    }

    private ApiRequest AtPosition(string route, MapPosition position, DataMonth month)
    {
        _check.Month(month);
        return new($"{route}?{RequestLine.Position(position)}&date={month}", RequestSubject.Position) { Month = month };
    }

    private ApiRequest OfForce(string route, PoliceAgency force, DataMonth month)
    {
        _check.Month(month);
        return new($"{route}?force={Escaped(force)}&date={month}", RequestSubject.Service) { Month = month };
    }

    private ApiRequest OfNeighbourhood(PoliceAgency force, string neighbourhoodId, string what) =>
        new(RequestLine.Path(_check.Force(force), QuestionCheck.Id(neighbourhoodId), what), RequestSubject.Id);

    private Task<PoliceUkAnswer<T>> AskAsync<T>(ApiRequest request, ReadAnswer<T> read, CancellationToken cancellationToken)
        where T : notnull => _sender.AskAsync(request, read, int.MaxValue, cancellationToken);

    private Task<PoliceUkAnswer<ValueList<T>>> AskAreaAsync<T>(
        string route, SearchArea area, DataMonth month, ReadAnswer<ValueList<T>> read, CancellationToken cancellationToken)
        where T : AnswerPart
    {
        ArgumentNullException.ThrowIfNull(area);
        _check.Month(month);
        return new AreaQuestion<T>(_sender, read, part => RequestLine.Area(_sender.BasePath, route, part, month), _options.MaxRequestsPerArea)
            .AskAsync(area, cancellationToken);
    }

    private async IAsyncEnumerable<MonthAnswer<T>> EachMonthAsync<T>(
        DataMonth first,
        DataMonth last,
        Func<DataMonth, CancellationToken, Task<PoliceUkAnswer<ValueList<T>>>> ask,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : AnswerPart
    {
        _check.Month(first);
        _check.Month(last);
        if (last < first)
            throw new ArgumentException("The last month lies before the first.", nameof(last));
        foreach (var month in first.Through(last))
            yield return new(month, await ask(month, cancellationToken).ConfigureAwait(false));
    }
}
