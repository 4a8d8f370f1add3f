using System.Collections.Immutable;

namespace Policing.Testing;

/// <summary>Lays out the files of an archive: which there are, and which of them have the flaws that concern a whole file.</summary>
internal sealed class ArchivePlan
{
    private static readonly ImmutableArray<SyntheticFileKind> Kinds =
        [SyntheticFileKind.Outcomes, SyntheticFileKind.StopAndSearch, SyntheticFileKind.Street];

    private readonly SyntheticArchiveOptions options;
    private readonly ImmutableArray<ForceInPlan> forces;
    private readonly ImmutableArray<SyntheticFileKind> kinds;
    private readonly int fileCount;
    private readonly int firstFlaw;

    public ArchivePlan(SyntheticArchiveOptions options)
    {
        this.options = options;
        kinds = [.. Kinds.Where(kind => RowsOf(kind) > 0)];
        fileCount = options.Months * options.Forces.Count * kinds.Length;
        firstFlaw = new SyntheticRandom(SyntheticRandom.Combine(options.Seed, "flaws")).Below(fileCount);
        forces = [.. options.Forces.Order(StringComparer.Ordinal).Select((slug, ordinal) => Plan(ordinal, slug))];
    }

    /// <summary>The files in the order of the archive: by month, force and kind; the note comes last.</summary>
    public ImmutableArray<SyntheticArchiveFile> Files()
    {
        var files = ImmutableArray.CreateBuilder<SyntheticArchiveFile>();
        for (var month = 0; month < options.Months; month++)
        {
            foreach (var force in forces)
            {
                files.AddRange(kinds.Select(kind => File(month, force, kind)));
            }
        }

        if (options.Dirt == SyntheticDirt.Realistic)
        {
            files.Add(new SyntheticNote());
        }

        return files.ToImmutable();
    }

    private ForceInPlan Plan(int ordinal, string slug)
    {
        var force = SyntheticForce.Find(slug)!;
        var patch = new SyntheticPatch(options.Seed, force);
        var streets = Enumerable.Range(0, options.StreetRows > 0 ? options.Months : 0).Select(month =>
            new StreetRows(options.Seed, options.Dirt, force, patch, Month(month), WholeRows(month, ordinal, SyntheticFileKind.Street)));
        return new(ordinal, force, patch, [.. streets]);
    }

    private SyntheticCsvFile File(int month, ForceInPlan force, SyntheticFileKind kind)
    {
        var flaw = FlawOf(month, force.Ordinal, kind);
        var folder = Month(month).Text;
        return new(
            $"{folder}/{folder}-{force.Force.Slug}-{Suffix(kind)}.csv",
            kind,
            LineEnds(kind, flaw),
            hasIndexColumn: flaw == FileFlaw.IndexColumn,
            isCutOff: IsCutOff(flaw),
            Rows(month, force, kind),
            RowsOf(kind));
    }

    private IArchiveRows Rows(int month, ForceInPlan force, SyntheticFileKind kind)
    {
        var rows = WholeRows(month, force.Ordinal, kind);
        return kind switch
        {
            SyntheticFileKind.Street => force.Streets[month],
            SyntheticFileKind.Outcomes => new OutcomeRows(
                options.Seed, options.Dirt, force.Force, force.Patch, Month(month), [.. force.Streets.Take(month + 1)], rows),
            _ => new StopRows(options.Seed, options.Dirt, force.Force, force.Patch, Month(month), rows),
        };
    }

    private ArchiveMonth Month(int ordinal) => ArchiveMonth.Of(options.FirstMonth).Plus(ordinal);

    private int RowsOf(SyntheticFileKind kind) => kind switch
    {
        SyntheticFileKind.Street => options.StreetRows,
        SyntheticFileKind.Outcomes => options.OutcomeRows,
        _ => options.StopRows,
    };

    /// <summary>The rows but for the one that is cut off.</summary>
    private int WholeRows(int month, int force, SyntheticFileKind kind) =>
        IsCutOff(FlawOf(month, force, kind)) ? RowsOf(kind) - 1 : RowsOf(kind);

    private static bool IsCutOff(FileFlaw flaw) => flaw == FileFlaw.CutOff;

    /// <summary>
    /// Three files in a row, from a place that depends on the seed, have a flaw each; in an archive of one or two files, fewer.
    /// </summary>
    private FileFlaw FlawOf(int month, int force, SyntheticFileKind kind)
    {
        if (options.Dirt == SyntheticDirt.None)
        {
            return FileFlaw.None;
        }

        var ordinal = (((month * options.Forces.Count) + force) * kinds.Length) + kinds.IndexOf(kind);
        return ((ordinal - firstFlaw + fileCount) % fileCount) switch
        {
            0 => FileFlaw.CutOff,
            1 => FileFlaw.IndexColumn,
            2 => FileFlaw.MixedLineEnds,
            _ => FileFlaw.None,
        };
    }

    private static SyntheticLineEnds LineEnds(SyntheticFileKind kind, FileFlaw flaw) => (kind, flaw) switch
    {
        (_, FileFlaw.MixedLineEnds) => SyntheticLineEnds.Mixed,
        (SyntheticFileKind.Street, _) => SyntheticLineEnds.CarriageReturnLineFeed,
        _ => SyntheticLineEnds.LineFeed,
    };

    private static string Suffix(SyntheticFileKind kind) => kind switch
    {
        SyntheticFileKind.Street => "street",
        SyntheticFileKind.Outcomes => "outcomes",
        _ => "stop-and-search",
    };

    private enum FileFlaw
    {
        None,
        CutOff,
        IndexColumn,
        MixedLineEnds,
    }

    private sealed record ForceInPlan(int Ordinal, SyntheticForce Force, SyntheticPatch Patch, ImmutableArray<StreetRows> Streets);
}
