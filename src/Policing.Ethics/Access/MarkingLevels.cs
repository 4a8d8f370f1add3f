using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Ethics;

internal static class MarkingLevels
{
    public const int Count = 5;

    public static MarkingLevel Of(Marking? marking)
    {
        if (marking?.Tier is not { } tier) return marking?.Sensitive == true ? MarkingLevel.OfficialSensitive : MarkingLevel.Official;
        string? code = tier.OwnCode;
        if (Same(code, SecurityTier.Official)) return marking.Sensitive == true ? MarkingLevel.OfficialSensitive : MarkingLevel.Official;
        if (Same(code, SecurityTier.Secret)) return MarkingLevel.Secret;
        return Same(code, SecurityTier.TopSecret) ? MarkingLevel.TopSecret : MarkingLevel.Unknown;
    }

    private static bool Same(string? code, SecurityTier tier) => string.Equals(code, tier.Code, StringComparison.Ordinal);
}
