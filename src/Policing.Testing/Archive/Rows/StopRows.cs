using System.Collections.Immutable;

namespace Policing.Testing;

/// <summary>The rows of one stop-and-search file.</summary>
internal sealed class StopRows : IArchiveRows
{
    private const int PolicingOperationField = 3;
    private const int LatitudeField = 4;
    private const int LongitudeField = 5;
    private const int SelfDefinedField = 8;
    private const int ObjectField = 11;
    private const int OutcomeField = 12;
    private const int OneInOperations = 25;

    private static readonly int[] BooleanFields = [2, 13, 14];

    private static readonly RowTable<StopRowKind> CleanTable = new(StopRowKind.Stop);

    private static readonly RowTable<StopRowKind> DirtyTable = new(
        StopRowKind.Stop,
        (StopRowKind.ExactDuplicate, 10),
        (StopRowKind.NoLocation, 45),
        (StopRowKind.FarAway, 2),
        (StopRowKind.OlderVocabulary, 15),
        (StopRowKind.NumericBoolean, 10),
        (StopRowKind.QuotedField, 3),
        (StopRowKind.ExtraField, 1),
        (StopRowKind.MissingFields, 1));

    private static readonly ImmutableDictionary<int, int> Sources =
        DirtyTable.SourcesFor(StopRowKind.ExactDuplicate, StopRowKind.Stop, []);

    private readonly SyntheticPatch patch;
    private readonly ArchiveMonth month;
    private readonly RowLayout layout;
    private readonly ulong rowSeed;
    private readonly RowTable<StopRowKind> table;
    private readonly DateTimeOffset from;
    private readonly DateTimeOffset to;
    private readonly int rows;

    /// <summary>The rows of a force's file of one month.</summary>
    public StopRows(ulong seed, SyntheticDirt dirt, SyntheticForce force, SyntheticPatch patch, ArchiveMonth month, int rows)
    {
        this.patch = patch;
        this.month = month;
        this.rows = Math.Max(rows, 1);
        rowSeed = SyntheticRandom.Combine(seed, $"stops/{force.Slug}/{month.Text}");
        layout = new(SyntheticRandom.Combine(rowSeed, "layout"), rows);
        table = dirt == SyntheticDirt.None ? CleanTable : DirtyTable;
        (from, to) = dirt == SyntheticDirt.None
            ? (month.Start, month.Plus(1).Start)
            : (month.LondonStart, month.Plus(1).LondonStart);
    }

    public ImmutableArray<string> Header { get; } =
    [
        "Type", "Date", "Part of a policing operation", "Policing operation", "Latitude", "Longitude", "Gender", "Age range",
        "Self-defined ethnicity", "Officer-defined ethnicity", "Legislation", "Object of search", "Outcome",
        "Outcome linked to object of search", "Removal of more than just outer clothing",
    ];

    public void FillPlain(int row, List<string> fields) => FillStop(row, fields);

    public void Fill(int row, List<string> fields, FeatureCounts counts)
    {
        var position = layout.Locate(row);
        switch (table[position.Slot])
        {
            case StopRowKind.ExtraField:
                FillStop(row, fields);
                RowDamage.AddField(fields, PolicingOperationField + 1, counts);
                break;
            case StopRowKind.MissingFields:
                FillStop(row, fields);
                RowDamage.DropTwoFields(fields, counts);
                break;
            case StopRowKind.ExactDuplicate:
                var source = layout.RowAt(position.WithSlot(Sources[position.Slot]));
                FillTaken(StopRowKind.Stop, source, fields, counts);
                counts.Add(SyntheticFeature.ExactDuplicate);
                break;
            case var kind:
                FillTaken(kind, row, fields, counts);
                break;
        }
    }

    private void FillTaken(StopRowKind kind, int row, List<string> fields, FeatureCounts counts)
    {
        var place = FillStop(row, fields);
        if (TimeOf(row) < month.Start)
        {
            counts.Add(SyntheticFeature.TimeInPreviousMonth);
        }

        switch (kind)
        {
            case StopRowKind.Stop:
                break;
            case StopRowKind.NoLocation:
                fields[LatitudeField] = "";
                fields[LongitudeField] = "";
                counts.Add(SyntheticFeature.NoLocation);
                break;
            case StopRowKind.FarAway:
                fields[LatitudeField] = place.MovedFarAway().LatitudeText;
                counts.Add(SyntheticFeature.FarAway);
                break;
            case StopRowKind.OlderVocabulary:
                PutOlderWords(row, fields, counts);
                break;
            case StopRowKind.NumericBoolean:
                PutNumericBooleans(fields, counts);
                break;
            case StopRowKind.QuotedField:
                fields[PolicingOperationField] = "Operation Larkmoor";
                RowDamage.AddComma(fields, PolicingOperationField, counts);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private SyntheticPlace FillStop(int row, List<string> fields)
    {
        var random = new SyntheticRandom(SyntheticRandom.Combine(rowSeed, (ulong)row));
        var type = ArchiveVocabulary.SearchTypes.Draw(ref random);
        var operation = random.OnceIn(OneInOperations);
        var place = patch.BusyPlace(ref random);
        fields.Add(type);
        fields.Add(TimeOf(row).ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));
        fields.Add(operation ? "True" : "False");
        fields.Add(operation ? "Operation Saffron" : "");
        fields.Add(place.LatitudeText);
        fields.Add(place.LongitudeText);
        AddPerson(fields, type, ref random);
        AddSearch(fields, type, ref random);
        return place;
    }

    private static void AddPerson(List<string> fields, string type, ref SyntheticRandom random)
    {
        var isPerson = type != "Vehicle search";
        fields.Add(isPerson ? ArchiveVocabulary.Genders.Draw(ref random) : "");
        fields.Add(isPerson && !random.OnceIn(12) ? ArchiveVocabulary.AgeRanges.Draw(ref random) : "");
        fields.Add(isPerson && !random.OnceIn(80) ? ArchiveVocabulary.SelfDefinedEthnicities.Draw(ref random) : "");
        fields.Add(isPerson && !random.OnceIn(60) ? ArchiveVocabulary.OfficerDefinedEthnicities.Draw(ref random) : "");
    }

    private static void AddSearch(List<string> fields, string type, ref SyntheticRandom random)
    {
        var legislation = ArchiveVocabulary.Legislation.Draw(ref random);
        var outcome = ArchiveVocabulary.SearchOutcomes.Draw(ref random);
        var found = outcome != ArchiveVocabulary.NoFurtherAction;
        fields.Add(legislation);
        fields.Add(ArchiveVocabulary.ObjectOfSearch(legislation, ref random));
        fields.Add(outcome);
        fields.Add(found ? Text(!random.OnceIn(5)) : "");
        fields.Add(type == "Vehicle search" ? "" : Text(random.OnceIn(30)));
    }

    /// <summary>Rows follow each other in time, by whole minutes while these suffice; no two have the same time.</summary>
    private DateTimeOffset TimeOf(int row)
    {
        var minutes = (long)(to - from).TotalMinutes;
        return rows <= minutes
            ? from.AddMinutes(row * minutes / rows)
            : from.AddSeconds(row * minutes * 60 / rows);
    }

    private void PutOlderWords(int row, List<string> fields, FeatureCounts counts)
    {
        var random = new SyntheticRandom(SyntheticRandom.Combine(SyntheticRandom.Combine(rowSeed, (ulong)row), "older"));
        fields[SelfDefinedField] = ArchiveVocabulary.OlderSelfDefinedEthnicities.Draw(ref random);
        fields[ObjectField] = "";
        fields[OutcomeField] = ArchiveVocabulary.OlderSearchOutcomes.Draw(ref random);
        counts.Add(SyntheticFeature.OlderVocabulary);
    }

    private static void PutNumericBooleans(List<string> fields, FeatureCounts counts)
    {
        foreach (var field in BooleanFields)
        {
            fields[field] = fields[field] switch
            {
                "True" => "1.0",
                "False" => "0.0",
                _ => "",
            };
        }

        counts.Add(SyntheticFeature.NumericBoolean);
    }

    private static string Text(bool value) => value ? "True" : "False";
}
