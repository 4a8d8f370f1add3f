namespace Policing.DataModel.Validation;

/// <summary>The rules of dates. What is absent or malformed is passed over: another rule speaks of it.</summary>
internal static class DateRules
{
    /// <summary>All of these have happened, in this order.</summary>
    public static void Happened(Inspector inspector, params ReadOnlySpan<Dated> dates)
    {
        foreach (Dated date in dates)
        {
            if (date.At.Earliest > inspector.Today) inspector.Find(FindingRules.FutureDate, date.Member);
            PartRules.CheckClock(inspector, date.Member, date.At);
        }

        Ascend(inspector, dates);
    }

    /// <summary>None of these is before the one ahead of it.</summary>
    public static void Ascend(Inspector inspector, params ReadOnlySpan<Dated> dates)
    {
        PartialDateTime last = default;
        foreach (Dated date in dates)
        {
            if (date.At.IsBefore(last)) inspector.Find(FindingRules.DateOrder, date.Member);
            if (date.At.Earliest is not null) last = date.At;
        }
    }

    /// <summary>The second instant is not before the first.</summary>
    public static void Ascend(Inspector inspector, RecordedTime start, string member, RecordedTime end)
    {
        if (end.Instant < start.Instant) inspector.Find(FindingRules.DateOrder, member);
    }
}
