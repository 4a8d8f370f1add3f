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

    // Each case is a method of its own: one method with all of them would clear a large frame for every record and part that it passes over.
    private static void CheckDates(Inspector inspector, PoliceRecord record)
    {
        switch (record)
        {
            case Incident incident:
                CheckIncident(inspector, incident);
                break;
            case StopSearch stop:
                CheckStop(inspector, stop);
                break;
            case Arrest arrest:
                CheckArrest(inspector, arrest);
                break;
            case Custody custody:
                CheckCustody(inspector, custody);
                break;
            case Charge charge:
                CheckCharge(inspector, charge);
                break;
            case IntelligenceReport report:
                CheckIntelligence(inspector, report);
                break;
            case MissingPersonEpisode episode:
                CheckEpisode(inspector, episode);
                break;
            case SafeguardingConcern concern:
                CheckConcern(inspector, concern);
                break;
            case Investigation investigation:
                CheckInvestigation(inspector, investigation);
                break;
            default:
                TrialEventRules.CheckDates(inspector, record);
                break;
        }
    }

    private static void CheckIncident(Inspector inspector, Incident incident) =>
        DateRules.Happened(inspector, new("reportedAt", incident.ReportedAt), new("closedAt", incident.ClosedAt));

    private static void CheckStop(Inspector inspector, StopSearch stop) =>
        DateRules.Ascend(inspector, new("detainedAt", stop.DetainedAt), new("at", stop.At));

    private static void CheckArrest(Inspector inspector, Arrest arrest) =>
        DateRules.Happened(inspector, new("arrestedAt", arrest.ArrestedAt), new("releasedAt", arrest.ReleasedAt));

    private static void CheckCharge(Inspector inspector, Charge charge)
    {
        DateRules.Ascend(inspector, new("occurred", charge.Occurred?.Start ?? default), new("at", charge.At));
        DateRules.Happened(inspector, new("at", charge.At), new("verdictAt", charge.VerdictAt));
    }

    private static void CheckIntelligence(Inspector inspector, IntelligenceReport report)
    {
        DateRules.Happened(inspector, new Dated("intelligenceDate", report.IntelligenceDate));
        DateRules.Ascend(inspector, report.SubmittedAt, "assessedAt", report.AssessedAt);
    }

    private static void CheckEpisode(Inspector inspector, MissingPersonEpisode episode)
    {
        DateRules.Ascend(inspector, new("lastSeen", episode.LastSeen?.Start ?? default), new("reportedAt", episode.ReportedAt));
        DateRules.Happened(inspector, new("returnedAt", episode.ReturnedAt), new("closedAt", episode.ClosedAt));
        DateRules.Happened(inspector, new Dated("reportedAt", episode.ReportedAt));
    }

    private static void CheckConcern(Inspector inspector, SafeguardingConcern concern) =>
        DateRules.Happened(inspector, new("raisedAt", concern.RaisedAt), new("closedAt", concern.ClosedAt));

    private static void CheckInvestigation(Inspector inspector, Investigation investigation) =>
        DateRules.Happened(inspector, new("openedAt", investigation.OpenedAt), new("closedAt", investigation.ClosedAt));

    // Somebody who comes of their own will is at the station before the arrest.
    private static void CheckCustody(Inspector inspector, Custody custody)
    {
        DateRules.Happened(inspector, new("arrestedAt", custody.ArrestedAt), new("authorisedAt", custody.AuthorisedAt), new("releasedAt", custody.ReleasedAt));
        DateRules.Ascend(inspector, new("arrivedAt", custody.ArrivedAt), new("authorisedAt", custody.AuthorisedAt));
        DateRules.Happened(inspector, new Dated("arrivedAt", custody.ArrivedAt));
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
