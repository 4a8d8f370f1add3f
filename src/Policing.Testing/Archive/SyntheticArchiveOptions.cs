namespace Policing.Testing;

/// <summary>
/// What to put into a synthetic archive. The same options give the same bytes on every machine and in every release that does not say
/// otherwise in its change log. Immutable.
/// </summary>
public sealed record SyntheticArchiveOptions
{
    /// <summary>The seed; another seed gives another archive. 1 unless given.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// The forces by their data.police.uk slugs, such as <c>avon-and-somerset</c>: one or more of the 43 territorial forces of England and
    /// Wales, each once. Two unless given.
    /// </summary>
    public IReadOnlyList<string> Forces { get; init; } = ["avon-and-somerset", "city-of-london"];

    /// <summary>The first month; the day does not matter. March 2023 unless given. 2001 to 2089.</summary>
    public DateOnly FirstMonth { get; init; } = new(2023, 3, 1);

    /// <summary>How many months, 1 to 120. 2 unless given.</summary>
    public int Months { get; init; } = 2;

    /// <summary>Rows in each street file, at most 1,000,000; 0 for no street files. 2,000 unless given.</summary>
    public int StreetRows { get; init; } = 2_000;

    /// <summary>Rows in each outcomes file, at most 1,000,000; 0 for no outcomes files. 1,000 unless given.</summary>
    public int OutcomeRows { get; init; } = 1_000;

    /// <summary>Rows in each stop-and-search file, at most 1,000,000; 0 for no such files. 1,000 unless given.</summary>
    public int StopRows { get; init; } = 1_000;

    /// <summary>How dirty. <see cref="SyntheticDirt.Realistic"/> unless given.</summary>
    public SyntheticDirt Dirt { get; init; } = SyntheticDirt.Realistic;
}
