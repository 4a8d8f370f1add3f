namespace Policing.DataModel.Validation;

/// <summary>The periods within parts of events and judgements; a method each, so that what is passed over costs no frame.</summary>
internal static class PeriodRules
{
    public static void Check(Inspector inspector, RecordPart part)
    {
        switch (part)
        {
            case IncidentAttendance attendance:
                CheckAttendance(inspector, attendance);
                break;
            case CrimeTransfer transfer:
                CheckTransfer(inspector, transfer);
                break;
            case Condition condition:
                CheckPeriod(inspector, condition.From, condition.To);
                break;
            case DetentionExtension extension:
                CheckExtension(inspector, extension.At, extension.Until);
                break;
            case CustodyInterview interview:
                CheckInterview(inspector, interview);
                break;
            case CourtDisposal disposal:
                CheckPeriod(inspector, disposal.From, disposal.To);
                break;
            case IntelligenceItem item:
                CheckItem(inspector, item);
                break;
            case MissingReturnInterview interview:
                CheckReturnInterview(inspector, interview);
                break;
            case BailExtension extension:
                CheckExtension(inspector, extension.At, extension.Until);
                break;
            case Allocation allocation:
                CheckPeriod(inspector, allocation.From, allocation.To);
                break;
            case Authorisation authorisation:
                CheckPeriod(inspector, authorisation.From, authorisation.To);
                break;
            case HumanInvolvement involvement:
                DateRules.Ascend(inspector, involvement.StartedAt, "endedAt", involvement.EndedAt);
                break;
            case DecisionChallenge challenge:
                CheckChallenge(inspector, challenge);
                break;
            default:
                break;
        }
    }

    private static void CheckPeriod(Inspector inspector, PartialDateTime from, PartialDateTime to) => DateRules.Ascend(inspector, new("from", from), new("to", to));

    private static void CheckExtension(Inspector inspector, PartialDateTime at, PartialDateTime until) => DateRules.Ascend(inspector, new("at", at), new("until", until));

    private static void CheckAttendance(Inspector inspector, IncidentAttendance attendance) => DateRules.Ascend(
        inspector, new("assignedAt", attendance.AssignedAt), new("enRouteAt", attendance.EnRouteAt), new("arrivedAt", attendance.ArrivedAt), new("clearedAt", attendance.ClearedAt));

    private static void CheckTransfer(Inspector inspector, CrimeTransfer transfer) =>
        DateRules.Ascend(inspector, new("at", transfer.At), new("acceptedAt", transfer.AcceptedAt));

    private static void CheckInterview(Inspector inspector, CustodyInterview interview) =>
        DateRules.Ascend(inspector, new("startedAt", interview.StartedAt), new("endedAt", interview.EndedAt));

    private static void CheckItem(Inspector inspector, IntelligenceItem item) =>
        DateRules.Ascend(inspector, new("firstKnown", item.FirstKnown), new("lastKnown", item.LastKnown));

    private static void CheckReturnInterview(Inspector inspector, MissingReturnInterview interview) =>
        DateRules.Ascend(inspector, new("offeredAt", interview.OfferedAt), new("at", interview.At));

    private static void CheckChallenge(Inspector inspector, DecisionChallenge challenge) =>
        DateRules.Ascend(inspector, new("receivedAt", challenge.ReceivedAt), new("answeredAt", challenge.AnsweredAt));
}
