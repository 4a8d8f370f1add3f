using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.PartnerHost;

/// <summary>The days on which an event was, as its record says.</summary>
internal static class EventTimes
{
    /// <summary>The first and last day that it can have been; null where the record does not say.</summary>
    public static (DateOnly From, DateOnly To)? Of(PoliceRecord record) => record switch
    {
        Crime crime => Of(crime.Occurred) ?? Of(crime.ReportedAt),
        Incident incident => Of(incident.Occurred) ?? Of(incident.ReportedAt),
        AntiSocialBehaviour behaviour => Of(behaviour.Occurred) ?? Of(behaviour.ReportedAt),
        StopSearch stop => Of(stop.At) ?? Of(stop.DetainedAt),
        _ => null,
    };

    private static (DateOnly From, DateOnly To)? Of(PartialDateTime time) => time is { Earliest: { } first, Latest: { } last } ? (first, last) : null;

    private static (DateOnly From, DateOnly To)? Of(TimeWindow? window)
    {
        if (window is null || Of(window.Start) is not { } start) return null;
        DateOnly last = Of(window.End)?.To ?? start.To;
        if (window.Kind == OffenceDateCode.Before || window.Kind == OffenceDateCode.OnOrBefore) return (DateOnly.MinValue, start.To);
        if (window.Kind == OffenceDateCode.After) return (start.From, DateOnly.MaxValue);
        return last < start.From ? (start.From, start.To) : (start.From, last);
    }
}
