namespace Policing.Testing;

/// <summary>How the lines of a file end.</summary>
public enum SyntheticLineEnds
{
    /// <summary>Line feed, as in published outcome and stop files.</summary>
    LineFeed,

    /// <summary>Carriage return and line feed, as in published street files.</summary>
    CarriageReturnLineFeed,

    /// <summary>The one and the other in turn.</summary>
    Mixed,
}
