namespace Policing.DataModel.Validation;

/// <summary>The dates of the events and judgements that are on trial; a method each, so that what is passed over costs no frame.</summary>
internal static class TrialEventRules
{
    public static void CheckDates(Inspector inspector, PoliceRecord record)
    {
        switch (record)
        {
            case Bail bail:
                CheckBail(inspector, bail);
                break;
            case Order order:
                CheckOrder(inspector, order);
                break;
            case Warrant warrant:
                CheckWarrant(inspector, warrant);
                break;
            case Statement statement:
                CheckStatement(inspector, statement);
                break;
            case UseOfForce force:
                CheckForce(inspector, force);
                break;
            case RoadTrafficCollision collision:
                CheckCollision(inspector, collision);
                break;
            case SuddenDeath death:
                CheckDeath(inspector, death);
                break;
            case RiskAssessment assessment:
                CheckAssessment(inspector, assessment);
                break;
            case DecisionRecord decision:
                CheckDecision(inspector, decision);
                break;
            default:
                break;
        }
    }

    private static void CheckBail(Inspector inspector, Bail bail)
    {
        DateRules.Happened(inspector, new("grantedAt", bail.GrantedAt), new("endedAt", bail.EndedAt));
        DateRules.Ascend(inspector, new("grantedAt", bail.GrantedAt), new("until", bail.Until));
    }

    private static void CheckOrder(Inspector inspector, Order order)
    {
        DateRules.Happened(inspector, new("madeAt", order.MadeAt), new("dischargedAt", order.DischargedAt));
        DateRules.Ascend(inspector, new("from", order.From), new("to", order.To));
    }

    private static void CheckWarrant(Inspector inspector, Warrant warrant)
    {
        DateRules.Happened(inspector, new("issuedAt", warrant.IssuedAt), new("withdrawnAt", warrant.WithdrawnAt));
        DateRules.Ascend(inspector, new("issuedAt", warrant.IssuedAt), new("expiresAt", warrant.ExpiresAt));
    }

    private static void CheckStatement(Inspector inspector, Statement statement) =>
        DateRules.Happened(inspector, new("takenAt", statement.TakenAt), new("retractedAt", statement.RetractedAt));

    private static void CheckForce(Inspector inspector, UseOfForce force) => DateRules.Happened(inspector, new Dated("at", force.At));

    private static void CheckCollision(Inspector inspector, RoadTrafficCollision collision)
    {
        DateRules.Ascend(inspector, new("occurred", collision.Occurred?.Start ?? default), new("reportedAt", collision.ReportedAt));
        DateRules.Happened(inspector, new Dated("reportedAt", collision.ReportedAt));
    }

    private static void CheckDeath(Inspector inspector, SuddenDeath death)
    {
        DateRules.Happened(inspector, new("foundAt", death.FoundAt), new("pronouncedAt", death.PronouncedAt));
        DateRules.Happened(inspector, new Dated("reportedAt", death.ReportedAt));
    }

    private static void CheckAssessment(Inspector inspector, RiskAssessment assessment) =>
        DateRules.Happened(inspector, new Dated("assessedAt", assessment.AssessedAt));

    private static void CheckDecision(Inspector inspector, DecisionRecord decision) =>
        DateRules.Happened(inspector, new("decidedAt", decision.DecidedAt), new("informedAt", decision.InformedAt));
}
