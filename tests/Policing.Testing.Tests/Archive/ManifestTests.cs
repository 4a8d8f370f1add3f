using FsCheck.Xunit;

namespace Policing.Testing.Tests.Archive;

public class ManifestTests
{
    private static readonly Dictionary<string, SyntheticArchiveOptions> Cases = new(StringComparer.Ordinal)
    {
        ["small"] = Archives.Small,
        ["clean"] = Archives.Small with { Dirt = SyntheticDirt.None },
        ["uneven blocks"] = Archives.Small with { Seed = 3, StreetRows = 1_777, OutcomeRows = 1_203, StopRows = 2_001 },
        ["few rows"] = Archives.Small with { StreetRows = 40, OutcomeRows = 25, StopRows = 7 },
        ["one row"] = Archives.Small with { StreetRows = 1, OutcomeRows = 1, StopRows = 1 },
        ["more outcomes than crimes"] = Archives.Small with { StreetRows = 500, OutcomeRows = 2_500, StopRows = 0 },
        ["no street files"] = Archives.Small with { StreetRows = 0 },
        ["a year"] = Archives.Small with
        {
            Months = 12,
            FirstMonth = new(2023, 7, 15),
            StreetRows = 500,
            OutcomeRows = 500,
            StopRows = 500,
        },
        ["many"] = new()
        {
            Seed = ulong.MaxValue,
            Forces = ["kent"],
            Months = 1,
            StreetRows = 60_000,
            OutcomeRows = 50_000,
            StopRows = 50_000,
        },
    };

    public static TheoryData<string> Names { get; } = [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_manifest_is_what_stands_in_the_files(string name) => Check(Cases[name]);

    [Property(MaxTest = 40)]
    public void The_manifest_holds_whatever_the_seed_and_the_sizes(ulong seed, ushort street, ushort outcomes, ushort stops) =>
        Check(Archives.Small with
        {
            Seed = seed,
            StreetRows = 1 + (street % 1_500),
            OutcomeRows = outcomes % 1_500,
            StopRows = stops % 1_500,
        });

    private static void Check(SyntheticArchiveOptions options)
    {
        var files = Archives.CsvFiles(options).Select(file => (file, truth: new CountedTruth(file.Name, Archives.Bytes(file)))).ToList();
        foreach (var (file, truth) in files)
        {
            var manifest = file.WriteTo(Stream.Null, TestContext.Current.CancellationToken);
            Assert.Equal(truth.Rows, manifest.Rows);
            Assert.Equal(truth.Good.Count, manifest.Written);
            Assert.Equal(truth.LineEnds, manifest.LineEnds);
            Assert.Equal(truth.HasIndexColumn, manifest.HasIndexColumn);
            Assert.Equal(Counted(truth, files.Select(pair => pair.truth), file.Kind), Stated(manifest));
        }
    }

    private static Dictionary<SyntheticFeature, long> Stated(SyntheticFileManifest manifest) =>
        Enum.GetValues<SyntheticFeature>().ToDictionary(feature => feature, feature => manifest[feature]);

    private static Dictionary<SyntheticFeature, long> Counted(CountedTruth truth, IEnumerable<CountedTruth> all, SyntheticFileKind kind)
    {
        var streets = all.Where(other => other.Header.Contains("Crime type") && other.Slug == truth.Slug).ToList();
        var ids = streets.SelectMany(street => street.CrimeIds).ToHashSet(StringComparer.Ordinal);
        var shared = streets.SelectMany(street => street.SharedIds.Keys).ToHashSet(StringComparer.Ordinal);
        var isOutcomes = kind == SyntheticFileKind.Outcomes;
        return new()
        {
            [SyntheticFeature.WrongFieldCount] = truth.WrongFieldCount,
            [SyntheticFeature.UnreadableMonth] = truth.UnreadableMonth,
            [SyntheticFeature.CutOff] = truth.CutOff,
            [SyntheticFeature.ExactDuplicate] = truth.ExactDuplicates,
            [SyntheticFeature.NoLocation] = truth.NoLocation,
            [SyntheticFeature.FarAway] = truth.FarAway,
            [SyntheticFeature.WithoutCrimeId] = truth.WithoutCrimeId,
            [SyntheticFeature.SharedCrimeId] = kind == SyntheticFileKind.Street ? truth.SharedIds.Count : 0,
            [SyntheticFeature.OlderVocabulary] = truth.OlderVocabulary,
            [SyntheticFeature.UpperCaseStreet] = truth.UpperCaseStreets,
            [SyntheticFeature.QuotedField] = truth.GoodWithQuotes,
            [SyntheticFeature.UnlistedCrimeType] = truth.UnlistedCrimeTypes,
            [SyntheticFeature.NumericBoolean] = truth.NumericBooleans,
            [SyntheticFeature.TimeInPreviousMonth] = truth.TimesInPreviousMonth,
            [SyntheticFeature.CrimeNotInArchive] = isOutcomes ? truth.CrimeIds.Count(id => !ids.Contains(id)) : 0,
            [SyntheticFeature.OutcomeOfSharedCrimeId] = isOutcomes ? truth.CrimeIds.Count(shared.Contains) : 0,
            [SyntheticFeature.SecondOutcome] = isOutcomes ? truth.SecondOutcomes(shared) : 0,
        };
    }

    [Fact]
    public void Every_kind_of_dirt_is_in_every_file_of_500_rows_that_can_have_it()
    {
        var options = Archives.Small with { StreetRows = 500, OutcomeRows = 500, StopRows = 500 };
        var manifest = new SyntheticArchive(options).Describe(TestContext.Current.CancellationToken);

        foreach (var file in manifest.Files.Where(file => file.Kind != SyntheticFileKind.Note))
        {
            var missing = FeaturesOf(file.Kind, isApril: file.Name.StartsWith("2023-04", StringComparison.Ordinal))
                .Where(feature => file[feature] == 0);
            Assert.Empty(missing);
        }
    }

    [Fact]
    public void One_file_is_cut_one_has_an_index_and_one_has_mixed_line_ends()
    {
        var manifest = new SyntheticArchive(Archives.Small).Describe(TestContext.Current.CancellationToken);

        Assert.Single(manifest.Files, file => file[SyntheticFeature.CutOff] == 1);
        Assert.Single(manifest.Files, file => file.HasIndexColumn);
        Assert.Single(manifest.Files, file => file.LineEnds == SyntheticLineEnds.Mixed);
        Assert.Equal(SyntheticFileKind.Note, manifest.Files[^1].Kind);
        Assert.Equal(manifest.Rows, manifest.Written + manifest.Rejected);
        Assert.Equal(4 * (600 + 550 + 520), manifest.Rows);
    }

    [Fact]
    public void A_crime_id_stands_on_two_or_three_rows()
    {
        var counts = Archives.CsvFiles(Archives.Small)
            .Where(file => file.Kind == SyntheticFileKind.Street)
            .SelectMany(file => new CountedTruth(file.Name, Archives.Bytes(file)).SharedIds.Values)
            .ToHashSet();
        Assert.Equal([2, 3], counts.Order());
    }

    [Fact]
    public void The_april_file_of_2023_begins_with_the_last_hour_of_march_in_utc()
    {
        var file = Archives.CsvFiles(Archives.Small).First(file => file.Name == "2023-04/2023-04-merseyside-stop-and-search.csv");
        var truth = new CountedTruth(file.Name, Archives.Bytes(file));
        Assert.Equal("2023-03-31T23:00:00+00:00", truth.Value(truth.Good[0], "Date"));
    }

    private static IEnumerable<SyntheticFeature> FeaturesOf(SyntheticFileKind kind, bool isApril) => kind switch
    {
        SyntheticFileKind.Street =>
        [
            SyntheticFeature.WrongFieldCount, SyntheticFeature.UnreadableMonth, SyntheticFeature.ExactDuplicate,
            SyntheticFeature.NoLocation, SyntheticFeature.FarAway, SyntheticFeature.WithoutCrimeId, SyntheticFeature.SharedCrimeId,
            SyntheticFeature.OlderVocabulary, SyntheticFeature.UpperCaseStreet, SyntheticFeature.QuotedField, SyntheticFeature.UnlistedCrimeType,
        ],
        SyntheticFileKind.Outcomes =>
        [
            SyntheticFeature.WrongFieldCount, SyntheticFeature.UnreadableMonth, SyntheticFeature.ExactDuplicate,
            SyntheticFeature.NoLocation, SyntheticFeature.FarAway, SyntheticFeature.UpperCaseStreet, SyntheticFeature.QuotedField,
            SyntheticFeature.CrimeNotInArchive, SyntheticFeature.OutcomeOfSharedCrimeId, SyntheticFeature.SecondOutcome,
        ],
        _ =>
        [
            SyntheticFeature.WrongFieldCount, SyntheticFeature.ExactDuplicate, SyntheticFeature.NoLocation, SyntheticFeature.FarAway,
            SyntheticFeature.OlderVocabulary, SyntheticFeature.QuotedField, SyntheticFeature.NumericBoolean,
            .. isApril ? new[] { SyntheticFeature.TimeInPreviousMonth } : [],
        ],
    };
}
