using System.Collections.Immutable;

namespace Policing.Testing;

/// <summary>The rows of one street file.</summary>
internal sealed class StreetRows : IArchiveRows
{
    private const int CrimeTypeField = 9;

    private static readonly RowTable<StreetRowKind> CleanTable = new(
        StreetRowKind.Crime, (StreetRowKind.AntiSocialBehaviour, 100));

    private static readonly RowTable<StreetRowKind> DirtyTable = new(
        StreetRowKind.Crime,
        (StreetRowKind.AntiSocialBehaviour, 98),
        (StreetRowKind.DuplicateCrime, 3),
        (StreetRowKind.DuplicateAntiSocialBehaviour, 2),
        (StreetRowKind.SharedId, 5),
        (StreetRowKind.SharedIdAgain, 1),
        (StreetRowKind.NoLocation, 15),
        (StreetRowKind.FarAway, 3),
        (StreetRowKind.OlderVocabulary, 5),
        (StreetRowKind.UpperCaseStreet, 5),
        (StreetRowKind.QuotedField, 3),
        (StreetRowKind.UnlistedCrimeType, 1),
        (StreetRowKind.ExtraField, 1),
        (StreetRowKind.MissingFields, 1),
        (StreetRowKind.MonthOutOfRange, 1),
        (StreetRowKind.MonthOfSpreadsheet, 1));

    private static readonly ImmutableDictionary<int, int> Sources;
    private static readonly SlotSeries SharedIdSlots = new(DirtyTable.SlotsOf(StreetRowKind.SharedId));

    // Every other row that shares an id has no place. The third row of an id goes with one of these, and has a place: so it differs from
    // the second row, and from the first by its outcome.
    private static readonly ImmutableHashSet<int> SharedIdSlotsWithoutPlace =
        [.. DirtyTable.SlotsOf(StreetRowKind.SharedId).Where((_, i) => i % 2 == 0)];

    private static readonly SlotSeries CleanCrimeSlots = new(CleanTable.SlotsOf(StreetRowKind.Crime));
    private static readonly SlotSeries DirtyCrimeSlots;

    private readonly ulong seed;
    private readonly SyntheticForce force;
    private readonly SyntheticPatch patch;
    private readonly ArchiveMonth month;
    private readonly RowLayout layout;
    private readonly ulong rowSeed;
    private readonly Shuffle quietPlaces;
    private readonly RowTable<StreetRowKind> table;
    private readonly SlotSeries crimes;

    static StreetRows()
    {
        var taken = new HashSet<int>();
        var shared = DirtyTable.SourcesFor(StreetRowKind.SharedId, StreetRowKind.Crime, taken);
        var again = DirtyTable.SlotsOf(StreetRowKind.SharedIdAgain)
            .Select(slot => KeyValuePair.Create(slot, SourceOfNearestBefore(slot, shared)));
        Sources = shared
            .AddRange(again)
            .AddRange(DirtyTable.SourcesFor(StreetRowKind.DuplicateCrime, StreetRowKind.Crime, taken))
            .AddRange(DirtyTable.SourcesFor(StreetRowKind.DuplicateAntiSocialBehaviour, StreetRowKind.AntiSocialBehaviour, taken));
        DirtyCrimeSlots = new([.. DirtyTable.SlotsOf(StreetRowKind.Crime).Where(slot => !taken.Contains(slot))]);
    }

    /// <summary>The rows of a force's file of one month.</summary>
    public StreetRows(ulong seed, SyntheticDirt dirt, SyntheticForce force, SyntheticPatch patch, ArchiveMonth month, int rows)
    {
        this.seed = seed;
        this.force = force;
        this.patch = patch;
        this.month = month;
        rowSeed = SyntheticRandom.Combine(seed, $"street/{force.Slug}/{month.Text}");
        layout = new(SyntheticRandom.Combine(rowSeed, "layout"), rows);
        quietPlaces = new(SyntheticRandom.Combine(rowSeed, "places"), SyntheticPatch.PlaceCount);
        (table, crimes) = dirt == SyntheticDirt.None ? (CleanTable, CleanCrimeSlots) : (DirtyTable, DirtyCrimeSlots);
        SharedIdCount = dirt == SyntheticDirt.None ? 0 : SharedIdSlots.CountIn(layout);
        CrimeCount = crimes.CountIn(layout);
    }

    public ImmutableArray<string> Header { get; } =
    [
        "Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location", "LSOA code", "LSOA name", "Crime type",
        "Last outcome category", "Context",
    ];

    /// <summary>Crimes without any dirt, whose id stands on no other row.</summary>
    public int CrimeCount { get; }

    /// <summary>Ids that stand on two or three rows.</summary>
    public int SharedIdCount { get; }

    /// <summary>The n-th of the crimes without dirt.</summary>
    public StreetCrime Crime(int ordinal) => CrimeIn(layout.RowAt(crimes.At(ordinal)));

    /// <summary>The n-th of the crimes whose id stands on two or three rows, as the first of these has it.</summary>
    public StreetCrime CrimeOfSharedId(int ordinal) => SourceOf(SharedIdSlots.At(ordinal));

    public void FillPlain(int row, List<string> fields) => Fill(fields, CrimeIn(row));

    public void Fill(int row, List<string> fields, FeatureCounts counts)
    {
        var position = layout.Locate(row);
        var kind = table[position.Slot];
        switch (kind)
        {
            case StreetRowKind.Crime:
                Fill(fields, CrimeIn(row));
                break;
            case StreetRowKind.AntiSocialBehaviour:
                FillAntiSocialBehaviour(row, fields, counts);
                break;
            case StreetRowKind.DuplicateCrime or StreetRowKind.DuplicateAntiSocialBehaviour:
                Fill(layout.RowAt(position.WithSlot(Sources[position.Slot])), fields, counts);
                counts.Add(SyntheticFeature.ExactDuplicate);
                break;
            case StreetRowKind.SharedId or StreetRowKind.SharedIdAgain:
                FillSharedId(row, position, fields, counts);
                break;
            default:
                FillDirty(kind, row, fields, counts);
                break;
        }
    }

    private void FillDirty(StreetRowKind kind, int row, List<string> fields, FeatureCounts counts)
    {
        var crime = CrimeIn(row);
        Fill(fields, crime);
        switch (kind)
        {
            case StreetRowKind.NoLocation:
                RowDamage.RemoveLocation(fields, counts);
                break;
            case StreetRowKind.FarAway:
                RowDamage.MoveFarAway(fields, crime.Place, counts);
                break;
            case StreetRowKind.OlderVocabulary:
                fields[CrimeTypeField] = ArchiveVocabulary.ViolentCrime;
                counts.Add(SyntheticFeature.OlderVocabulary);
                break;
            case StreetRowKind.UpperCaseStreet:
                RowDamage.PutStreetInCapitals(fields, crime.Place, counts);
                break;
            case StreetRowKind.QuotedField:
                RowDamage.AddComma(fields, RowDamage.LocationField, counts);
                break;
            case StreetRowKind.UnlistedCrimeType:
                fields[CrimeTypeField] = ArchiveVocabulary.UnlistedCrimeType;
                counts.Add(SyntheticFeature.UnlistedCrimeType);
                break;
            case StreetRowKind.ExtraField:
                RowDamage.AddField(fields, RowDamage.LsoaCodeField, counts);
                break;
            case StreetRowKind.MissingFields:
                RowDamage.DropTwoFields(fields, counts);
                break;
            case StreetRowKind.MonthOutOfRange:
                RowDamage.PutMonthOutOfRange(fields, month, counts);
                break;
            case StreetRowKind.MonthOfSpreadsheet:
                RowDamage.PutSpreadsheetMonth(fields, month, counts);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>An id of another row, with an outcome of its own, and no place or one of its own: as in published files.</summary>
    private void FillSharedId(int row, RowPosition position, List<string> fields, FeatureCounts counts)
    {
        var random = new SyntheticRandom(SyntheticRandom.Combine(rowSeed, (ulong)row));
        var first = SourceOf(position);
        var place = patch.BusyPlace(ref random);
        var outcome = ArchiveVocabulary.LastOutcomes.DrawOther(ref random, first.LastOutcome);
        Fill(fields, first with { Place = place, LastOutcome = outcome });
        if (table[position.Slot] == StreetRowKind.SharedId)
        {
            counts.Add(SyntheticFeature.SharedCrimeId);
        }

        if (SharedIdSlotsWithoutPlace.Contains(position.Slot))
        {
            RowDamage.RemoveLocation(fields, counts);
        }
    }

    private void FillAntiSocialBehaviour(int row, List<string> fields, FeatureCounts counts)
    {
        // A place of its own, so that two such rows are never equal by chance.
        var place = patch[quietPlaces.Forward(row)];
        Fill(fields, new("", place, ArchiveVocabulary.AntiSocialBehaviour, ""));
        counts.Add(SyntheticFeature.WithoutCrimeId);
    }

    private void Fill(List<string> fields, StreetCrime crime)
    {
        fields.Add(crime.Id);
        fields.Add(month.Text);
        fields.Add(force.Name);
        fields.Add(force.Name);
        fields.Add(crime.Place.LongitudeText);
        fields.Add(crime.Place.LatitudeText);
        fields.Add(crime.Place.Location);
        fields.Add(crime.Place.LsoaCode);
        fields.Add(crime.Place.LsoaName);
        fields.Add(crime.CrimeType);
        fields.Add(crime.LastOutcome);
        fields.Add("");
    }

    private StreetCrime CrimeIn(int row)
    {
        var random = new SyntheticRandom(SyntheticRandom.Combine(rowSeed, (ulong)row));
        return new(
            CrimeIds.InArchive(seed, force, month, row),
            patch.BusyPlace(ref random),
            ArchiveVocabulary.CrimeTypes.Draw(ref random),
            ArchiveVocabulary.LastOutcomes.Draw(ref random));
    }

    private StreetCrime SourceOf(RowPosition position) => CrimeIn(layout.RowAt(position.WithSlot(Sources[position.Slot])));

    private static int SourceOfNearestBefore(int slot, ImmutableDictionary<int, int> shared) =>
        shared[SharedIdSlotsWithoutPlace.Where(other => other < slot).Max()];
}
