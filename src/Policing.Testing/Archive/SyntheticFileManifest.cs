using System.Collections.Immutable;

namespace Policing.Testing;

/// <summary>
/// What one synthetic file holds, counted while it was made: what a reader of the file has to find. Immutable and safe to share.
/// </summary>
public sealed class SyntheticFileManifest
{
    private readonly ImmutableArray<long> counts;

    internal SyntheticFileManifest(SyntheticArchiveFile file, long rows, ImmutableArray<long> counts)
    {
        Name = file.Name;
        Kind = file.Kind;
        LineEnds = file.LineEnds;
        HasIndexColumn = file.HasIndexColumn;
        Rows = rows;
        this.counts = counts;
    }

    /// <summary>The file's name in the archive, with its folder.</summary>
    public string Name { get; }

    /// <summary>What the file holds.</summary>
    public SyntheticFileKind Kind { get; }

    /// <summary>How its lines end.</summary>
    public SyntheticLineEnds LineEnds { get; }

    /// <summary>Whether a column without a name, holding the row's number from 0, stands before the others.</summary>
    public bool HasIndexColumn { get; }

    /// <summary>Data rows, without the header, those to be rejected included. 0 for a note.</summary>
    public long Rows { get; }

    /// <summary>Rows that a reader must reject; the rest must be written: <c>Rows = Written + Rejected</c>.</summary>
    public long Rejected => this[SyntheticFeature.WrongFieldCount] + this[SyntheticFeature.UnreadableMonth] + this[SyntheticFeature.CutOff];

    /// <summary>Rows that a reader must take.</summary>
    public long Written => Rows - Rejected;

    /// <summary>How often the feature occurs; 0 when it does not.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public long this[SyntheticFeature feature]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative((int)feature, nameof(feature));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((int)feature, counts.Length, nameof(feature));
            return counts[(int)feature];
        }
    }
}
