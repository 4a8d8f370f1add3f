using System.Collections.Immutable;

namespace Policing.Testing;

/// <summary>The rows of one outcomes file: outcomes of crimes in the force's street files of the same and the earlier months.</summary>
internal sealed class OutcomeRows : IArchiveRows
{
    private const int OutcomeTypeField = 9;

    private static readonly RowTable<OutcomeRowKind> CleanTable = new(OutcomeRowKind.Outcome);

    private static readonly RowTable<OutcomeRowKind> DirtyTable = new(
        OutcomeRowKind.Outcome,
        (OutcomeRowKind.ExactDuplicate, 20),
        (OutcomeRowKind.CrimeNotInArchive, 25),
        (OutcomeRowKind.OutcomeOfSharedCrimeId, 5),
        (OutcomeRowKind.SecondOutcome, 5),
        (OutcomeRowKind.NoLocation, 5),
        (OutcomeRowKind.FarAway, 2),
        (OutcomeRowKind.UpperCaseStreet, 5),
        (OutcomeRowKind.QuotedField, 3),
        (OutcomeRowKind.ExtraField, 1),
        (OutcomeRowKind.MissingFields, 1),
        (OutcomeRowKind.MonthOutOfRange, 1),
        (OutcomeRowKind.MonthOfSpreadsheet, 1));

    private static readonly SlotSeries SharedSlots = new(DirtyTable.SlotsOf(OutcomeRowKind.OutcomeOfSharedCrimeId));
    private static readonly ImmutableDictionary<int, int> Sources = FindSources();

    private readonly ulong seed;
    private readonly SyntheticForce force;
    private readonly SyntheticPatch patch;
    private readonly ArchiveMonth month;
    private readonly ImmutableArray<StreetRows> streets;
    private readonly RowLayout layout;
    private readonly ulong rowSeed;
    private readonly RowTable<OutcomeRowKind> table;
    private readonly int crimeCount;
    private readonly Shuffle crimeOrder;

    /// <summary>The rows of a force's file of one month; <paramref name="streets"/> are its street files up to that month.</summary>
    public OutcomeRows(
        ulong seed,
        SyntheticDirt dirt,
        SyntheticForce force,
        SyntheticPatch patch,
        ArchiveMonth month,
        ImmutableArray<StreetRows> streets,
        int rows)
    {
        this.seed = seed;
        this.force = force;
        this.patch = patch;
        this.month = month;
        this.streets = streets;
        rowSeed = SyntheticRandom.Combine(seed, $"outcomes/{force.Slug}/{month.Text}");
        layout = new(SyntheticRandom.Combine(rowSeed, "layout"), rows);
        table = dirt == SyntheticDirt.None ? CleanTable : DirtyTable;
        crimeCount = streets.Sum(street => street.CrimeCount);
        crimeOrder = new(SyntheticRandom.Combine(rowSeed, "crimes"), Math.Max(crimeCount, 1));
    }

    public ImmutableArray<string> Header { get; } =
    [
        "Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location", "LSOA code", "LSOA name", "Outcome type",
    ];

    public void FillPlain(int row, List<string> fields) => Fill(fields, OutcomeOf(row));

    public void Fill(int row, List<string> fields, FeatureCounts counts)
    {
        var position = layout.Locate(row);
        var kind = table[position.Slot];
        switch (kind)
        {
            case OutcomeRowKind.ExtraField:
                FillPlain(row, fields);
                RowDamage.AddField(fields, RowDamage.LsoaCodeField, counts);
                break;
            case OutcomeRowKind.MissingFields:
                FillPlain(row, fields);
                RowDamage.DropTwoFields(fields, counts);
                break;
            case OutcomeRowKind.MonthOutOfRange:
                FillPlain(row, fields);
                RowDamage.PutMonthOutOfRange(fields, month, counts);
                break;
            case OutcomeRowKind.MonthOfSpreadsheet:
                FillPlain(row, fields);
                RowDamage.PutSpreadsheetMonth(fields, month, counts);
                break;
            default:
                FillTaken(kind, row, position, fields, counts);
                break;
        }
    }

    private void FillTaken(OutcomeRowKind kind, int row, RowPosition position, List<string> fields, FeatureCounts counts)
    {
        var outcome = OutcomeFor(kind, row, position);
        Fill(fields, outcome);
        if (!outcome.InArchive)
        {
            counts.Add(SyntheticFeature.CrimeNotInArchive);
        }

        switch (kind)
        {
            case OutcomeRowKind.Outcome or OutcomeRowKind.CrimeNotInArchive:
                break;
            case OutcomeRowKind.ExactDuplicate:
                counts.Add(SyntheticFeature.ExactDuplicate);
                break;
            case OutcomeRowKind.OutcomeOfSharedCrimeId:
                CountShared(position, counts);
                break;
            case OutcomeRowKind.SecondOutcome:
                fields[OutcomeTypeField] = AnotherType(row, outcome.Type);
                counts.Add(SyntheticFeature.SecondOutcome);
                break;
            case OutcomeRowKind.NoLocation:
                RowDamage.RemoveLocation(fields, counts);
                break;
            case OutcomeRowKind.FarAway:
                RowDamage.MoveFarAway(fields, outcome.Crime.Place, counts);
                break;
            case OutcomeRowKind.UpperCaseStreet:
                RowDamage.PutStreetInCapitals(fields, outcome.Crime.Place, counts);
                break;
            case OutcomeRowKind.QuotedField:
                RowDamage.AddComma(fields, RowDamage.LocationField, counts);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private CrimeWithOutcome OutcomeFor(OutcomeRowKind kind, int row, RowPosition position) => kind switch
    {
        OutcomeRowKind.ExactDuplicate or OutcomeRowKind.SecondOutcome =>
            OutcomeOf(layout.RowAt(position.WithSlot(Sources[position.Slot]))),
        OutcomeRowKind.CrimeNotInArchive => new(EarlierCrime(row), InArchive: false, TypeIn(row)),
        OutcomeRowKind.OutcomeOfSharedCrimeId when SharedCrime(position) is { } crime => new(crime, InArchive: true, TypeIn(row)),
        _ => OutcomeOf(row),
    };

    /// <summary>The row's own outcome: each row has another crime, until there are no more.</summary>
    private CrimeWithOutcome OutcomeOf(int row) => row < crimeCount
        ? new(CrimeNumber(crimeOrder.Forward(row)), InArchive: true, TypeIn(row))
        : new(EarlierCrime(row), InArchive: false, TypeIn(row));

    private StreetCrime CrimeNumber(int ordinal)
    {
        foreach (var street in streets)
        {
            if (ordinal < street.CrimeCount)
            {
                return street.Crime(ordinal);
            }

            ordinal -= street.CrimeCount;
        }

        throw new System.Diagnostics.UnreachableException();
    }

    /// <summary>The crime for the n-th such row of this file; null when there are no more ids on several rows.</summary>
    private StreetCrime? SharedCrime(RowPosition position)
    {
        var ordinal = SharedSlots.OrdinalOf(position);
        foreach (var street in streets)
        {
            if (ordinal < street.SharedIdCount)
            {
                return street.CrimeOfSharedId(ordinal);
            }

            ordinal -= street.SharedIdCount;
        }

        return null;
    }

    private void CountShared(RowPosition position, FeatureCounts counts)
    {
        if (SharedCrime(position) is not null)
        {
            counts.Add(SyntheticFeature.OutcomeOfSharedCrimeId);
        }
    }

    private StreetCrime EarlierCrime(int row)
    {
        var random = RandomFor(row, "earlier");
        return new(CrimeIds.BeforeArchive(seed, force, month, row), patch.BusyPlace(ref random), "", "");
    }

    private string TypeIn(int row)
    {
        var random = RandomFor(row, "type");
        return ArchiveVocabulary.OutcomeTypes.Draw(ref random);
    }

    private string AnotherType(int row, string type)
    {
        var random = RandomFor(row, "another");
        return ArchiveVocabulary.OutcomeTypes.DrawOther(ref random, type);
    }

    private SyntheticRandom RandomFor(int row, string use) =>
        new(SyntheticRandom.Combine(SyntheticRandom.Combine(rowSeed, (ulong)row), use));

    private void Fill(List<string> fields, CrimeWithOutcome outcome)
    {
        fields.Add(outcome.Crime.Id);
        fields.Add(month.Text);
        fields.Add(force.Name);
        fields.Add(force.Name);
        fields.Add(outcome.Crime.Place.LongitudeText);
        fields.Add(outcome.Crime.Place.LatitudeText);
        fields.Add(outcome.Crime.Place.Location);
        fields.Add(outcome.Crime.Place.LsoaCode);
        fields.Add(outcome.Crime.Place.LsoaName);
        fields.Add(outcome.Type);
    }

    private static ImmutableDictionary<int, int> FindSources()
    {
        var taken = new HashSet<int>();
        return DirtyTable.SourcesFor(OutcomeRowKind.SecondOutcome, OutcomeRowKind.Outcome, taken)
            .AddRange(DirtyTable.SourcesFor(OutcomeRowKind.ExactDuplicate, OutcomeRowKind.Outcome, taken));
    }

    private readonly record struct CrimeWithOutcome(StreetCrime Crime, bool InArchive, string Type);
}
