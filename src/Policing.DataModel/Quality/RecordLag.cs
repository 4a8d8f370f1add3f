using Policing.DataModel.Validation;

namespace Policing.DataModel.Quality;

/// <summary>How many days lie between what an event record reports and its being recorded.</summary>
internal static class RecordLag
{
    /// <summary>The days; null for records of no event, and where one of the days is not known.</summary>
    public static int? Of(PoliceRecord record)
    {
        if (record is Person or Organisation or Location or Link or Bundle or Receipt or UnknownRecord) return null;
        if (record.Version?.RecordedAt.Instant is not { } recorded) return null;
        DateOnly? happened = record switch
        {
            Crime crime => crime.ReportedAt.Latest,
            Incident incident => incident.ReportedAt.Latest,
            _ => RecordDates.Event(record),
        };
        return happened is { } day ? Math.Max(0, DateOnly.FromDateTime(recorded.UtcDateTime).DayNumber - day.DayNumber) : null;
    }
}
