using Policing.DataModel;

namespace Policing.PartnerHost;

/// <summary>Which agencies are the same: those of one scheme and id. Names are for display.</summary>
internal static class Agencies
{
    public static bool AreSame(Agency? left, Agency? right) =>
        left?.Id is { Length: > 0 } id && string.Equals(id, right?.Id, StringComparison.Ordinal)
        && string.Equals(left.Scheme?.OwnCode, right?.Scheme?.OwnCode, StringComparison.Ordinal);

    public static bool Contains(ValueList<Agency> agencies, Agency agency)
    {
        foreach (Agency each in agencies)
            if (AreSame(each, agency)) return true;
        return false;
    }

    /// <summary>Whether the agency controls the record, or processes it for those that do.</summary>
    public static bool MayWrite(PoliceRecord record, Agency agency) => Contains(record.Controllers, agency) || AreSame(record.Processor, agency);

    /// <summary>The same agencies, in whatever order.</summary>
    public static bool AreSame(ValueList<Agency> left, ValueList<Agency> right)
    {
        if (left.Count != right.Count) return false;
        foreach (Agency each in left)
            if (!Contains(right, each)) return false;
        return true;
    }
}
