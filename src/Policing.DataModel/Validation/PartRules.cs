using Policing.DataModel.Codes;

namespace Policing.DataModel.Validation;

/// <summary>The rules of single parts.</summary>
internal static class PartRules
{
    public static void Check(Inspector inspector, RecordPart part)
    {
        switch (part)
        {
            case Agency agency:
                CheckAgency(inspector, agency);
                break;
            case TimeWindow window:
                CheckWindow(inspector, window);
                break;
            case GeoPoint point:
                CheckPoint(inspector, point);
                break;
            case LinkEnd end when end.Id.IsAbsent == (end.Reference is null):
                inspector.Find(FindingRules.LinkEnd);
                break;
            case Marking marking when MarkingOrder.IsAbove(marking.Tier, inspector.Options.Ceiling):
                inspector.Find(FindingRules.AboveCeiling, "tier");
                break;
            case GranularMarking marking when MarkingOrder.IsAbove(marking.Tier, inspector.Options.Ceiling):
                inspector.Find(FindingRules.AboveCeiling, "tier");
                break;
            case BirthDate { Date.Earliest: { } earliest } when earliest > inspector.Today:
                inspector.Find(FindingRules.FutureDate, "date");
                break;
            case RecordStatus status:
                StatusRules.Check(inspector, status);
                break;
            case IntelligenceGrade grade:
                GradeRules.Check(inspector, grade);
                break;
            case MessageBlock { Sequence: < 1 }:
                inspector.Find(FindingRules.MessageSequence, "sequence");
                break;
            case PersonIdentifier identifier:
                IdentifierRules.Check(inspector, identifier);
                break;
            default:
                PeriodRules.Check(inspector, part);
                PeopleRules.CheckPart(inspector, part);
                ObjectRules.CheckPart(inspector, part);
                break;
        }
    }

    private static void CheckAgency(Inspector inspector, Agency agency)
    {
        if (agency.Scheme?.Means(AgencyScheme.Police) != true) return;
        if (agency.Id is not { } id || inspector.Options.ReferenceData.FindAgency(id) is not { } entry || entry.Id != id)
            inspector.Find(FindingRules.UnknownAgency, "id");
    }

    private static void CheckWindow(Inspector inspector, TimeWindow window)
    {
        bool between = window.Kind?.Means(OffenceDateCode.Between) == true;
        bool complete = !window.Start.IsAbsent && (!between || !window.End.IsAbsent);
        if (!complete || window.End.IsBefore(window.Start)) inspector.Find(FindingRules.TimeWindow);
        CheckClock(inspector, "start", window.Start);
        CheckClock(inspector, "end", window.End);
    }

    /// <summary>Says so when London's clocks skipped a local time or showed it twice.</summary>
    internal static void CheckClock(Inspector inspector, string member, PartialDateTime time)
    {
        if (time.InLondon is LondonTime.Ambiguous or LondonTime.DoesNotExist) inspector.Find(FindingRules.LondonClock, member);
    }

    private static void CheckPoint(Inspector inspector, GeoPoint point)
    {
        if (point is not { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 }) inspector.Find(FindingRules.PointOutside);
        else if (point is not { Latitude: >= 49.8m and <= 60.9m, Longitude: >= -8.7m and <= 1.8m }) inspector.Find(FindingRules.PointAbroad);
    }
}
