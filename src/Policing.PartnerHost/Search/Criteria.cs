using System.Globalization;
using System.Text.Json;
using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.PartnerHost;

/// <summary>Reads the criteria of the contract, type by type.</summary>
internal static class Criteria
{
    private const int LongestText = 128;
    private const int MostIdentifiers = 10;
    private const int MostYears = 10;
    private const int MostMarks = 8;

    /// <summary>What can be searched for, by which criteria, and which of them find few.</summary>
    public static IReadOnlyList<(string Type, string[] Names, string[] Selective)> Offered { get; } =
    [
        ("person", ["name", "birthDate", "sex", "identifiers"], ["name", "identifiers"]),
        ("vehicle", ["vrm", "make", "colour"], ["vrm"]),
        ("telephone", ["number"], ["number"]),
        ("email-address", ["address"], ["address"]),
        ("online-account", ["account", "platform"], ["account"]),
        ("location", ["postcode", "uprn", "near"], ["postcode", "uprn", "near"]),
        ("crime", ["from", "to", "location", "offence"], ["from", "location"]),
        ("incident", ["from", "to", "location", "offence"], ["from", "location"]),
        ("anti-social-behaviour", ["from", "to", "location"], ["from", "location"]),
        ("stop-search", ["from", "to", "location"], ["from", "location"]),
    ];

    public static bool IsOffered(string type) => Offered.Any(offered => offered.Type == type);

    public static List<Criterion> Read(string type, RequestObject match) => type switch
    {
        "person" => Person(match),
        "vehicle" => Vehicle(match),
        "telephone" => Telephone(match),
        "email-address" => Email(match),
        "online-account" => Account(match),
        "location" => Location(match),
        _ => EventCriteria.Read(type, match),
    };

    private static List<Criterion> Person(RequestObject match)
    {
        List<Criterion> criteria = [];
        if (match.Object("name") is { } name) Add(criteria, Name(name, match));
        if (match.Object("birthDate") is { } birth) Add(criteria, BirthDate(birth, match));
        if (match.Text("sex", 1, LongestText) is { } sex) criteria.Add(Coded("sex", record => (record as Person)?.Sex?.OwnCode, sex));
        IReadOnlyList<RequestObject> identifiers = match.Objects("identifiers", MostIdentifiers);
        if (identifiers.Count > 0) Add(criteria, Identifiers(identifiers));
        return criteria;
    }

    private static Criterion? Name(RequestObject name, RequestObject match)
    {
        string? surname = name.Text("surname", 1, LongestText, required: true);
        string? given = name.Text("given", 1, LongestText);
        NameMode? mode = name.Text("mode", 1, 16) switch
        {
            null or "exact" => NameMode.Exact,
            "phonetic" => NameMode.Phonetic,
            "prefix" => NameMode.Prefix,
            _ => null,
        };
        if (mode is null) name.Wrong("mode");
        name.NoteUnknown();
        if (surname is null || mode is null) return null;
        NameQuery query = new(surname, given, mode.Value);
        if (query.IsUsable) return new Criterion("name", IsSelective: true, [.. query.Keys], record => record is Person person ? query.Match(person) : MatchQuality.Different);
        match.Wrong("name");
        return null;
    }

    private static Criterion? BirthDate(RequestObject birth, RequestObject match)
    {
        string? text = birth.Text("date", 4, 10, required: true);
        int years = birth.Whole("years", 0, MostYears) ?? 0;
        birth.NoteUnknown();
        if (text is null) return null;
        if (!PartialDateTime.TryParse(text, CultureInfo.InvariantCulture, out PartialDateTime date) || date.Earliest is not { } first || date.Latest is not { } last)
        {
            match.Wrong("birthDate");
            return null;
        }
        (DateOnly from, DateOnly to) = (Moved(first, -years), Moved(last, years));
        string[] keys = years == 0 && date.Date is { } day ? [SearchKeys.BirthDate(day)] : [];
        return new Criterion("birthDate", IsSelective: false, keys, record => BirthDate(record, from, to));
    }

    // A date that is on record only in part fits as far as it says.
    private static MatchQuality BirthDate(PoliceRecord record, DateOnly from, DateOnly to)
    {
        if (record is not Person person || person.DatesOfBirth.IsEmpty) return MatchQuality.Unknown;
        MatchQuality best = MatchQuality.Different;
        foreach (BirthDate birth in person.DatesOfBirth)
        {
            if (birth.Date is not { Earliest: { } first, Latest: { } last } || last < from || first > to) continue;
            MatchQuality quality = first >= from && last <= to ? MatchQuality.Same : MatchQuality.Near;
            if (quality > best) best = quality;
        }
        return best;
    }

    private static DateOnly Moved(DateOnly date, int years) => date.Year + years is >= 1 and <= 9999 ? date.AddYears(years) : date;

    private static Criterion? Identifiers(IReadOnlyList<RequestObject> identifiers)
    {
        List<string> keys = [];
        foreach (RequestObject identifier in identifiers)
        {
            string? kind = identifier.Text("kind", 1, LongestText, required: true);
            string? value = identifier.Text("value", 1, LongestText, required: true);
            identifier.NoteUnknown();
            if (kind is not null && value is not null && SearchKeys.Identifier(kind, value) is { } key) keys.Add(key);
        }
        // All that are asked for; one of them is enough to find the person by.
        return keys.Count != identifiers.Count ? null : new Criterion("identifiers", IsSelective: true, keys, record =>
            record is Person person && keys.TrueForAll(key => person.Identifiers.Any(id => SearchKeys.Identifier(id.Kind?.OwnCode, id.Value) == key)) ? MatchQuality.Same : MatchQuality.Different);
    }

    private static List<Criterion> Vehicle(RequestObject match)
    {
        List<Criterion> criteria = [];
        if (match.Text("vrm", 2, MostMarks) is { } mark) Add(criteria, Mark(mark, match));
        if (match.Text("make", 1, LongestText) is { } make) criteria.Add(Worded("make", record => (record as Vehicle)?.Make, make));
        if (match.Text("colour", 1, LongestText) is { } colour)
            criteria.Add(new Criterion("colour", IsSelective: false, [], record => record is not Vehicle { Colours.IsEmpty: false } vehicle ? MatchQuality.Unknown
                : vehicle.Colours.Any(one => one.OwnCode == colour) ? MatchQuality.Same : MatchQuality.Different));
        return criteria;
    }

    private static Criterion? Mark(string mark, RequestObject match)
    {
        int open = mark.Count(letter => letter == '?');
        bool fits = open <= 3 && mark.All(letter => letter == '?' || char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter)) && mark.Length - open >= 2;
        if (!fits)
        {
            match.Wrong("vrm");
            return null;
        }
        string[] keys = open == 0 ? ["vrm:" + mark] : [];
        return new Criterion("vrm", IsSelective: true, keys, record => record is Vehicle vehicle && vehicle.Registrations.Any(one => Fits(SearchKeys.Squeezed(one.Mark.Text), mark))
            ? open == 0 ? MatchQuality.Same : MatchQuality.Near
            : MatchQuality.Different);
    }

    private static bool Fits(string? held, string asked) =>
        held?.Length == asked.Length && held.Zip(asked).All(pair => pair.Second == '?' || pair.First == pair.Second);

    private static List<Criterion> Telephone(RequestObject match)
    {
        if (match.Text("number", 6, 16, required: true) is not { } number) return [];
        if (!number.AsSpan(number[0] == '+' ? 1 : 0).ContainsAnyExceptInRange('0', '9') && SearchKeys.Telephone(number) is { } key)
            return [new Criterion("number", IsSelective: true, [key], record => record is Telephone telephone ? Number(telephone.Number.Text, number) : MatchQuality.Different)];
        match.Wrong("number");
        return [];
    }

    private static MatchQuality Number(string held, string asked) =>
        held == asked ? MatchQuality.Same : SearchKeys.Telephone(held) == SearchKeys.Telephone(asked) ? MatchQuality.Near : MatchQuality.Different;

    private static List<Criterion> Email(RequestObject match) =>
        match.Text("address", 3, 254, required: true) is { } address && SearchKeys.Email(address) is { } key
            ? [new Criterion("address", IsSelective: true, [key], record => SearchKeys.Email((record as EmailAddress)?.Address) == key ? MatchQuality.Same : MatchQuality.Different)]
            : [];

    private static List<Criterion> Account(RequestObject match)
    {
        List<Criterion> criteria = [];
        if (match.Text("account", 1, LongestText, required: true) is { } account && SearchKeys.Account(account) is { } key)
            criteria.Add(new Criterion("account", IsSelective: true, [key], record => record is OnlineAccount online && (SearchKeys.Account(online.Tag) == key || SearchKeys.Account(online.AccountId) == key)
                ? MatchQuality.Same : MatchQuality.Different));
        if (match.Text("platform", 1, LongestText) is { } platform) criteria.Add(Worded("platform", record => (record as OnlineAccount)?.Platform, platform));
        return criteria;
    }

    /// <summary>Criteria of a place, also of the place of an event.</summary>
    public static List<Criterion> Location(RequestObject match)
    {
        List<Criterion> criteria = [];
        if (match.Text("postcode", 5, 8) is { } text)
        {
            if (Postcode.TryParse(text, CultureInfo.InvariantCulture, out Postcode postcode) && SearchKeys.Postcode(postcode) is { } key)
                criteria.Add(new Criterion("postcode", IsSelective: true, [key], record => Keyed(record is Location { Address: { } address } ? SearchKeys.Postcode(address.Postcode) : null, key)));
            else match.Wrong("postcode");
        }
        if (match.Text("uprn", 1, 12) is { } uprn)
        {
            if (uprn.All(char.IsAsciiDigit) && SearchKeys.Uprn(uprn) is { } key)
                criteria.Add(new Criterion("uprn", IsSelective: true, [key], record => Keyed(record is Location { Address: { } address } ? SearchKeys.Uprn(address.Uprn.Text) : null, key)));
            else match.Wrong("uprn");
        }
        if (match.Object("near") is { } near) Add(criteria, Near(near));
        return criteria;
    }

    private static Criterion? Near(RequestObject near)
    {
        double? latitude = near.Number("latitude", -90, 90);
        double? longitude = near.Number("longitude", -180, 180);
        int? metres = near.Whole("metres", 1, 5000);
        if (metres is null && !near.Has("metres")) near.Missing("metres");
        near.NoteUnknown();
        if (latitude is not { } y || longitude is not { } x || metres is not { } radius) return null;
        return new Criterion("near", IsSelective: true, SearchKeys.Cells(y, x, radius), record =>
            record is Location { Point: { Latitude: { } py, Longitude: { } px } } && Distance(y, x, (double)py, (double)px) <= radius ? MatchQuality.Same : MatchQuality.Different);
    }

    // Haversine on a sphere: within half a per cent, which a radius of 5 km does not notice.
    private static double Distance(double y1, double x1, double y2, double x2)
    {
        const double radius = 6_371_008.8;
        const double radian = Math.PI / 180;
        double y = Math.Sin((y2 - y1) * radian / 2);
        double x = Math.Sin((x2 - x1) * radian / 2);
        return 2 * radius * Math.Asin(Math.Sqrt((y * y) + (Math.Cos(y1 * radian) * Math.Cos(y2 * radian) * x * x)));
    }

    private static MatchQuality Keyed(string? held, string asked) => held == asked ? MatchQuality.Same : MatchQuality.Different;

    private static Criterion Coded(string name, Func<PoliceRecord, string?> value, string asked) =>
        new(name, IsSelective: false, [], record => value(record) is not { } held ? MatchQuality.Unknown : held == asked ? MatchQuality.Same : MatchQuality.Different);

    private static Criterion Worded(string name, Func<PoliceRecord, string?> value, string asked) =>
        new(name, IsSelective: false, [], record => SearchKeys.Squeezed(value(record)) is not { } held ? MatchQuality.Unknown
            : held == SearchKeys.Squeezed(asked) ? MatchQuality.Same : MatchQuality.Different);

    private static void Add(List<Criterion> criteria, Criterion? criterion)
    {
        if (criterion is not null) criteria.Add(criterion);
    }
}
