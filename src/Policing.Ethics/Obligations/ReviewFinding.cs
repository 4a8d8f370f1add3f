namespace Policing.Ethics;

/// <summary>What a second person found.</summary>
public enum ReviewFinding
{
    /// <summary>Nothing was found yet; also the default, which no review may end with.</summary>
    Undecided,

    /// <summary>The use was right.</summary>
    Justified,

    /// <summary>It was not, and somebody must look into it.</summary>
    NotJustified,
}
