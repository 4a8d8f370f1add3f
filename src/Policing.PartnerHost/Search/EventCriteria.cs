using System.Globalization;
using Policing.DataModel;

namespace Policing.PartnerHost;

/// <summary>Criteria of events: when, where, and which offence.</summary>
internal static class EventCriteria
{
    // A window that is wider finds too many to be looked through for one person's sake.
    private const int MostSelectiveDays = 31;

    public static List<Criterion> Read(string type, RequestObject match)
    {
        List<Criterion> criteria = [];
        if (Window(match) is { } window) criteria.Add(window);
        if (match.Object("location") is { } location) criteria.Add(Where(location));
        if (type is "crime" or "incident" && match.Text("offence", 1, 128) is { } offence) criteria.Add(Offence(offence));
        return criteria;
    }

    private static Criterion? Window(RequestObject match)
    {
        DateOnly? from = Day(match, "from");
        DateOnly? to = Day(match, "to");
        if (from is null && to is null) return null;
        (DateOnly first, DateOnly last) = (from ?? DateOnly.MinValue, to ?? DateOnly.MaxValue);
        if (last < first) match.Wrong("to");
        bool isNarrow = from is not null && to is not null && last.DayNumber - first.DayNumber <= MostSelectiveDays;
        IReadOnlyList<string> keys = isNarrow ? [.. SearchKeys.Months(first, last), SearchKeys.AnyMonth] : [];
        return new Criterion("from", isNarrow, keys, record => Overlap(EventTimes.Of(record), first, last));
    }

    private static MatchQuality Overlap((DateOnly From, DateOnly To)? when, DateOnly first, DateOnly last)
    {
        if (when is not { } times) return MatchQuality.Different;
        if (times.To < first || times.From > last) return MatchQuality.Different;
        return times.From >= first && times.To <= last ? MatchQuality.Same : MatchQuality.Near;
    }

    // The day of London: what people state about an event has no offset, and days are what is compared.
    private static DateOnly? Day(RequestObject match, string name)
    {
        if (match.Text(name, 20, 40) is not { } text) return null;
        if (RecordedTime.TryParse(text, CultureInfo.InvariantCulture, out RecordedTime time) && time.Instant is { } instant) return DateOnly.FromDateTime(instant.DateTime);
        match.Wrong(name);
        return null;
    }

    private static Criterion Where(RequestObject location)
    {
        List<Criterion> place = Criteria.Location(location);
        if (place.Count == 0) location.Missing("postcode");
        location.NoteUnknown();
        return new Criterion("location", IsSelective: true, [], static _ => MatchQuality.Different) { Place = place };
    }

    private static Criterion Offence(string offence)
    {
        string? asked = SearchKeys.Squeezed(offence);
        return new Criterion("offence", IsSelective: false, [], record => record switch
        {
            Crime { Classifications.IsEmpty: false } crime => crime.Classifications.Any(one => Is(one.Offence.Text, asked) || Is(one.HomeOfficeClassification.Text, asked)) ? MatchQuality.Same : MatchQuality.Different,
            Incident { HomeOfficeClassification.IsAbsent: false } incident => Is(incident.HomeOfficeClassification.Text, asked) ? MatchQuality.Same : MatchQuality.Different,
            _ => MatchQuality.Unknown,
        });
    }

    private static bool Is(string held, string? asked) => asked is not null && SearchKeys.Squeezed(held) == asked;
}
