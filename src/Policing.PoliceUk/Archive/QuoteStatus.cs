namespace Policing.PoliceUk.Archive;

internal enum QuoteStatus
{
    /// <summary>The record is all there.</summary>
    Whole,

    /// <summary>More text is needed to say.</summary>
    Incomplete,

    /// <summary>A quoted field is not closed, or text follows its closing quote.</summary>
    Broken,
}
