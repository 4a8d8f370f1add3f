using Policing.DataModel.Codes;

namespace Policing.DataModel.Validation;

/// <summary>The order of markings, for ceilings and for sets.</summary>
internal static class MarkingOrder
{
    /// <summary>The place of a tier among the tiers; a tier that is not known counts as the highest, none as the lowest.</summary>
    public static int Rank(SecurityTier? tier)
    {
        if (tier is null) return 0;
        for (int rank = 0; rank < SecurityTier.BuiltIn.Length; rank++)
            if (tier.Means(SecurityTier.BuiltIn[rank])) return rank;
        return SecurityTier.BuiltIn.Length;
    }

    /// <summary>True when a tier is above a ceiling; where there is none, nothing is.</summary>
    public static bool IsAbove(SecurityTier? tier, SecurityTier? ceiling) => ceiling is not null && Rank(tier) > Rank(ceiling);

    /// <summary>True when a marking asks for more than another gives.</summary>
    public static bool IsAbove(Marking? marking, Marking? other)
    {
        int rank = Rank(marking?.Tier);
        int otherRank = Rank(other?.Tier);
        return rank > otherRank || (rank == otherRank && marking?.Sensitive == true && other?.Sensitive != true);
    }
}
