namespace Policing.DataModel.Validation;

/// <summary>The day by which a record's codes must have been in force.</summary>
internal static class RecordDates
{
    /// <summary>What the record says of when it was: the event's own date, else when it was recorded, else the source's period.</summary>
    public static DateOnly? Of(PoliceRecord record) => Event(record) ?? Recorded(record) ?? record.Source?.Period.Latest;

    private static DateOnly? Event(PoliceRecord record) => record switch
    {
        Crime crime => crime.RecordedAt.Latest ?? crime.ReportedAt.Latest,
        CrimeOutcome outcome => outcome.Date.Latest,
        AntiSocialBehaviour asb => asb.ReportedAt.Latest ?? asb.Occurred?.Start.Latest,
        StopSearch stop => stop.At.Latest,
        Link link => link.Start.Latest,
        _ => null,
    };

    private static DateOnly? Recorded(PoliceRecord record) =>
        record.Version?.RecordedAt.Instant is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null;
}
