namespace Policing.DataModel.Import;

/// <summary>What an import run may be told. Immutable.</summary>
/// <exception cref="ArgumentOutOfRangeException">A number is below what its member allows.</exception>
public sealed record RowImportOptions
{
    /// <summary>The input's ordinal, which stands for its name in findings and rejects: 1 is the first. 1 if not set.</summary>
    public int Input
    {
        get;
        init => field = AtLeast(1, value);
    } = 1;

    /// <summary>How many findings the report keeps with their places; the rest is counted. 1,000 if not set.</summary>
    public int MaxFindings
    {
        get;
        init => field = AtLeast(0, value);
    } = 1_000;

    /// <summary>After how many rows progress is reported, at least 1. 1,000 if not set.</summary>
    public int ProgressInterval
    {
        get;
        init => field = AtLeast(1, value);
    } = 1_000;

    /// <summary>Findings about the input that were made before its first row, such as those of its header. They lead the report.</summary>
    public IReadOnlyList<RowFinding> InputFindings { get; init; } = [];

    private static int AtLeast(int least, int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        return value;
    }
}
