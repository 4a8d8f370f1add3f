using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Ethics;

internal static class MarkingLevels
{
    public const int Count = 5;

    /// <summary>The level of a record: the highest of its own and its members'.</summary>
    public static MarkingLevel Of(Marking? marking)
    {
        if (marking is null) return MarkingLevel.Official;
        MarkingLevel highest = Of(marking.Tier, marking.Sensitive);
        foreach (GranularMarking member in marking.Granular)
            if (Of(member.Tier, member.Sensitive) is var level && level > highest) highest = level;
        return highest;
    }

    private static MarkingLevel Of(SecurityTier? tier, bool? sensitive)
    {
        string? code = tier is null ? SecurityTier.Official.Code : tier.OwnCode;
        if (Same(code, SecurityTier.Official)) return sensitive == true ? MarkingLevel.OfficialSensitive : MarkingLevel.Official;
        if (Same(code, SecurityTier.Secret)) return MarkingLevel.Secret;
        return Same(code, SecurityTier.TopSecret) ? MarkingLevel.TopSecret : MarkingLevel.Unknown;
    }

    private static bool Same(string? code, SecurityTier tier) => string.Equals(code, tier.Code, StringComparison.Ordinal);
}
