namespace Policing.DataModel.Validation;

/// <summary>The day by which a record's codes must have been in force.</summary>
internal static class RecordDates
{
    /// <summary>What the record says of when it was: the event's own date, else when it was recorded, else the source's period.</summary>
    public static DateOnly? Of(PoliceRecord record) => Event(record) ?? Recorded(record) ?? record.Source?.Period.Latest;

    /// <summary>The own date of an event; null for other records.</summary>
    public static DateOnly? Event(PoliceRecord record) => record switch
    {
        Crime crime => crime.RecordedAt.Latest ?? crime.ReportedAt.Latest,
        CrimeOutcome outcome => outcome.Date.Latest,
        AntiSocialBehaviour asb => asb.ReportedAt.Latest ?? asb.Occurred?.Start.Latest,
        StopSearch stop => stop.At.Latest,
        Incident incident => incident.ReportedAt.Latest ?? incident.Occurred?.Start.Latest,
        Arrest arrest => arrest.ArrestedAt.Latest,
        Custody custody => custody.AuthorisedAt.Latest ?? custody.ArrivedAt.Latest ?? custody.ArrestedAt.Latest,
        Charge charge => charge.At.Latest,
        IntelligenceReport report => report.IntelligenceDate.Latest,
        MissingPersonEpisode episode => episode.ReportedAt.Latest,
        SafeguardingConcern concern => concern.RaisedAt.Latest,
        Investigation investigation => investigation.OpenedAt.Latest,
        Link link => link.Start.Latest,
        _ => Trial(record),
    };

    private static DateOnly? Trial(PoliceRecord record) => record switch
    {
        Bail bail => bail.GrantedAt.Latest,
        Order order => order.MadeAt.Latest ?? order.From.Latest,
        Warrant warrant => warrant.IssuedAt.Latest,
        Statement statement => statement.TakenAt.Latest,
        UseOfForce force => force.At.Latest,
        RoadTrafficCollision collision => collision.Occurred?.Start.Latest ?? collision.ReportedAt.Latest,
        SuddenDeath death => death.ReportedAt.Latest ?? death.FoundAt.Latest,
        RiskAssessment assessment => assessment.AssessedAt.Latest,
        DecisionRecord decision => decision.DecidedAt.Latest,
        _ => null,
    };

    private static DateOnly? Recorded(PoliceRecord record) =>
        record.Version?.RecordedAt.Instant is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null;
}
