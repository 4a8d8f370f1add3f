using Policing.DataModel.Codes;

namespace Policing.DataModel.Validation;

/// <summary>The rules of events, of the work on them, and of judgements.</summary>
internal static class EventRules
{
    public static void Check(Inspector inspector, PoliceRecord record)
    {
        CheckDates(inspector, record);
        switch (record)
        {
            case Crime crime:
                CheckCancellation(inspector, crime);
                break;
            case CrimeOutcome outcome when IsUndated(outcome):
                inspector.Find(FindingRules.OutcomeUndated, "date");
                break;
            case DecisionRecord decision:
                CheckDecision(inspector, decision);
                break;
            case Receipt receipt when IsUnexplained(receipt):
                inspector.Find(FindingRules.RejectionUnexplained, "reason");
                break;
            default:
                break;
        }
    }

    private static void CheckDates(Inspector inspector, PoliceRecord record)
    {
        switch (record)
        {
            case Incident incident:
                DateRules.Happened(inspector, new("reportedAt", incident.ReportedAt), new("closedAt", incident.ClosedAt));
                break;
            case StopSearch stop:
                DateRules.Ascend(inspector, new("detainedAt", stop.DetainedAt), new("at", stop.At));
                break;
            case Arrest arrest:
                DateRules.Happened(inspector, new("arrestedAt", arrest.ArrestedAt), new("releasedAt", arrest.ReleasedAt));
                break;
            case Custody custody:
                CheckCustody(inspector, custody);
                break;
            case Charge charge:
                DateRules.Ascend(inspector, new("occurred", charge.Occurred?.Start ?? default), new("at", charge.At));
                DateRules.Happened(inspector, new("at", charge.At), new("verdictAt", charge.VerdictAt));
                break;
            case IntelligenceReport report:
                DateRules.Happened(inspector, new Dated("intelligenceDate", report.IntelligenceDate));
                DateRules.Ascend(inspector, report.SubmittedAt, "assessedAt", report.AssessedAt);
                break;
            case MissingPersonEpisode episode:
                DateRules.Ascend(inspector, new("lastSeen", episode.LastSeen?.Start ?? default), new("reportedAt", episode.ReportedAt));
                DateRules.Happened(inspector, new("returnedAt", episode.ReturnedAt), new("closedAt", episode.ClosedAt));
                DateRules.Happened(inspector, new Dated("reportedAt", episode.ReportedAt));
                break;
            case SafeguardingConcern concern:
                DateRules.Happened(inspector, new("raisedAt", concern.RaisedAt), new("closedAt", concern.ClosedAt));
                break;
            case Investigation investigation:
                DateRules.Happened(inspector, new("openedAt", investigation.OpenedAt), new("closedAt", investigation.ClosedAt));
                break;
            default:
                CheckTrialDates(inspector, record);
                break;
        }
    }

    // Somebody who comes of their own will is at the station before the arrest.
    private static void CheckCustody(Inspector inspector, Custody custody)
    {
        DateRules.Happened(inspector, new("arrestedAt", custody.ArrestedAt), new("authorisedAt", custody.AuthorisedAt), new("releasedAt", custody.ReleasedAt));
        DateRules.Ascend(inspector, new("arrivedAt", custody.ArrivedAt), new("authorisedAt", custody.AuthorisedAt));
        DateRules.Happened(inspector, new Dated("arrivedAt", custody.ArrivedAt));
    }

    private static void CheckTrialDates(Inspector inspector, PoliceRecord record)
    {
        switch (record)
        {
            case Bail bail:
                DateRules.Happened(inspector, new("grantedAt", bail.GrantedAt), new("endedAt", bail.EndedAt));
                DateRules.Ascend(inspector, new("grantedAt", bail.GrantedAt), new("until", bail.Until));
                break;
            case Order order:
                DateRules.Happened(inspector, new("madeAt", order.MadeAt), new("dischargedAt", order.DischargedAt));
                DateRules.Ascend(inspector, new("from", order.From), new("to", order.To));
                break;
            case Warrant warrant:
                DateRules.Happened(inspector, new("issuedAt", warrant.IssuedAt), new("withdrawnAt", warrant.WithdrawnAt));
                DateRules.Ascend(inspector, new("issuedAt", warrant.IssuedAt), new("expiresAt", warrant.ExpiresAt));
                break;
            case Statement statement:
                DateRules.Happened(inspector, new("takenAt", statement.TakenAt), new("retractedAt", statement.RetractedAt));
                break;
            case UseOfForce force:
                DateRules.Happened(inspector, new Dated("at", force.At));
                break;
            case RoadTrafficCollision collision:
                DateRules.Ascend(inspector, new("occurred", collision.Occurred?.Start ?? default), new("reportedAt", collision.ReportedAt));
                DateRules.Happened(inspector, new Dated("reportedAt", collision.ReportedAt));
                break;
            case SuddenDeath death:
                DateRules.Happened(inspector, new("foundAt", death.FoundAt), new("pronouncedAt", death.PronouncedAt));
                DateRules.Happened(inspector, new Dated("reportedAt", death.ReportedAt));
                break;
            case RiskAssessment assessment:
                DateRules.Happened(inspector, new Dated("assessedAt", assessment.AssessedAt));
                break;
            case DecisionRecord decision:
                DateRules.Happened(inspector, new("decidedAt", decision.DecidedAt), new("informedAt", decision.InformedAt));
                break;
            default:
                break;
        }
    }

    /// <summary>The periods within parts.</summary>
    public static void CheckPart(Inspector inspector, RecordPart part)
    {
        switch (part)
        {
            case IncidentAttendance attendance:
                DateRules.Ascend(
                    inspector, new("assignedAt", attendance.AssignedAt), new("enRouteAt", attendance.EnRouteAt), new("arrivedAt", attendance.ArrivedAt), new("clearedAt", attendance.ClearedAt));
                break;
            case CrimeTransfer transfer:
                DateRules.Ascend(inspector, new("at", transfer.At), new("acceptedAt", transfer.AcceptedAt));
                break;
            case Condition condition:
                DateRules.Ascend(inspector, new("from", condition.From), new("to", condition.To));
                break;
            case DetentionExtension extension:
                DateRules.Ascend(inspector, new("at", extension.At), new("until", extension.Until));
                break;
            case CustodyInterview interview:
                DateRules.Ascend(inspector, new("startedAt", interview.StartedAt), new("endedAt", interview.EndedAt));
                break;
            case CourtDisposal disposal:
                DateRules.Ascend(inspector, new("from", disposal.From), new("to", disposal.To));
                break;
            case IntelligenceItem item:
                DateRules.Ascend(inspector, new("firstKnown", item.FirstKnown), new("lastKnown", item.LastKnown));
                break;
            case MissingReturnInterview interview:
                DateRules.Ascend(inspector, new("offeredAt", interview.OfferedAt), new("at", interview.At));
                break;
            case BailExtension extension:
                DateRules.Ascend(inspector, new("at", extension.At), new("until", extension.Until));
                break;
            case Allocation allocation:
                DateRules.Ascend(inspector, new("from", allocation.From), new("to", allocation.To));
                break;
            case Authorisation authorisation:
                DateRules.Ascend(inspector, new("from", authorisation.From), new("to", authorisation.To));
                break;
            case HumanInvolvement involvement:
                DateRules.Ascend(inspector, involvement.StartedAt, "endedAt", involvement.EndedAt);
                break;
            case DecisionChallenge challenge:
                DateRules.Ascend(inspector, new("receivedAt", challenge.ReceivedAt), new("answeredAt", challenge.AnsweredAt));
                break;
            default:
                break;
        }
    }

    private static void CheckCancellation(Inspector inspector, Crime crime)
    {
        if (crime.RecordingStatus?.Means(CrimeRecordingStatus.Cancelled) != true || crime.Cancellation?.Reason is not null) return;
        inspector.Find(FindingRules.CancellationReason, crime.Cancellation is null ? "cancellation" : "cancellation/reason");
    }

    // That no outcome has been assigned yet needs no date, and a reason may say why there is none.
    private static bool IsUndated(CrimeOutcome outcome) =>
        outcome.Date.IsAbsent && outcome.HomeOffice?.Means(HomeOfficeOutcome.Of("0")) != true && !outcome.Absent.TryGetValue("/date", out _) && !StatusRules.IsDisposed(outcome);

    private static void CheckDecision(Inspector inspector, DecisionRecord decision)
    {
        if (decision is { Significant: true, SolelyAutomated: true, SensitiveProcessing: true, AutomationBasis: null })
            inspector.Find(FindingRules.AutomationBasis, "automationBasis");
        if (decision.Likelihood is < 0 or > 1) inspector.Find(FindingRules.Likelihood, "likelihood");
    }

    private static bool IsUnexplained(Receipt receipt) =>
        receipt.State?.Means(ReceiptStatus.Rejected) == true && receipt.Reason is null && receipt.Findings.IsEmpty && !HasFindings(receipt.Records);

    private static bool HasFindings(ValueList<ReceiptEntry> entries)
    {
        foreach (ReceiptEntry entry in entries)
            if (!entry.Findings.IsEmpty) return true;
        return false;
    }
}
