using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Policing.Testing.Tests.Archive;

public partial class FormatTests
{
    private const string StreetHeader =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context";

    private const string OutcomesHeader =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type";

    private const string StopHeader =
        "Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,Self-defined ethnicity,"
        + "Officer-defined ethnicity,Legislation,Object of search,Outcome,Outcome linked to object of search,"
        + "Removal of more than just outer clothing";

    private static readonly string[] CodedColumns =
    [
        "Crime type", "Last outcome category", "Outcome type", "Type", "Gender", "Age range", "Self-defined ethnicity",
        "Officer-defined ethnicity", "Legislation", "Object of search", "Outcome", "Part of a policing operation",
        "Outcome linked to object of search", "Removal of more than just outer clothing",
    ];

    public static TheoryData<SyntheticDirt> AllDirt { get; } = [SyntheticDirt.None, SyntheticDirt.Realistic];

    private static IEnumerable<CountedTruth> Files(SyntheticDirt dirt) =>
        Archives.CsvFiles(Archives.Small with { Dirt = dirt }).Select(file => new CountedTruth(file.Name, Archives.Bytes(file)));

    [Fact]
    public void The_headers_are_the_archives()
    {
        var headers = Archives.CsvFiles(Archives.Small with { Dirt = SyntheticDirt.None })
            .Select(file => (file.Kind, Encoding.ASCII.GetString(Archives.Bytes(file)).Split('\n')[0]))
            .Distinct();
        Assert.Equal(
            [
                (SyntheticFileKind.Street, StreetHeader + "\r"),
                (SyntheticFileKind.Outcomes, OutcomesHeader),
                (SyntheticFileKind.StopAndSearch, StopHeader),
            ],
            headers.OrderBy(pair => pair.Kind));
    }

    [Theory]
    [InlineData("street/2018-01-merseyside-street.csv.gz", StreetHeader + "\r\n")]
    [InlineData("street/2019-01-city-of-london-street.csv", StreetHeader + "\r\n")]
    [InlineData("outcomes/2012-01-metropolitan-outcomes.csv.gz", OutcomesHeader + "\n")]
    [InlineData("stop-and-search/2019-02-metropolitan-stop-and-search.csv.gz", StopHeader + "\n")]
    public void Published_files_begin_with_the_same_header(string path, string header)
    {
        var bytes = PublishedFile(path);
        Assert.StartsWith(header, Encoding.UTF8.GetString(bytes, 0, header.Length), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("street/2019-01-city-of-london-street.csv")]
    [InlineData("street/2018-01-merseyside-street.csv.gz")]
    [InlineData("outcomes/2012-01-metropolitan-outcomes.csv.gz")]
    [InlineData("stop-and-search/2015-04-metropolitan-stop-and-search.csv.gz")]
    [InlineData("stop-and-search/2019-02-metropolitan-stop-and-search.csv.gz")]
    public void The_columns_of_published_files_pass_the_same_shape_checks(string path)
    {
        var name = Path.GetFileName(path).Replace(".gz", "", StringComparison.Ordinal);
        CheckShapes(new($"{name[..7]}/{name}", PublishedFile(path)));
    }

    [Theory]
    [MemberData(nameof(AllDirt))]
    public void Columns_have_the_archives_shapes(SyntheticDirt dirt) => Assert.All(Files(dirt), CheckShapes);

    [Theory]
    [MemberData(nameof(AllDirt))]
    public void Coded_columns_hold_only_the_vocabulary(SyntheticDirt dirt)
    {
        foreach (var file in Files(dirt))
        {
            foreach (var column in CodedColumns.Intersect(file.Header))
            {
                var unknown = file.Good.Select(row => file.Value(row, column)).Where(value => value.Length > 0)
                    .Except(ArchiveVocabulary.ValuesOf(column), StringComparer.Ordinal);
                Assert.Empty(unknown);
            }
        }
    }

    [Fact]
    public void Clean_files_have_only_words_that_stand_in_published_files()
    {
        var words = Files(SyntheticDirt.None).SelectMany(file => file.Good.SelectMany(row => row)).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(ArchiveVocabulary.ViolentCrime, words);
        Assert.DoesNotContain(ArchiveVocabulary.UnlistedCrimeType, words);
        Assert.DoesNotContain("Not Stated (NS)", words);
        Assert.DoesNotContain("1.0", words);
        Assert.DoesNotContain("No Location", words);
    }

    [Theory]
    [MemberData(nameof(AllDirt))]
    public void Small_areas_are_from_the_safe_range_and_have_one_name_each(SyntheticDirt dirt)
    {
        var areas = Files(dirt).Where(file => file.Header.Contains("LSOA code"))
            .SelectMany(file => file.Good.Select(row =>
                (file.Slug, Code: file.Value(row, "LSOA code"), Name: file.Value(row, "LSOA name"))))
            .Where(area => area.Code.Length > 0).Distinct().ToList();

        Assert.All(areas, area => Assert.True(SafeRanges.IsSafeLsoaCode(area.Code), area.Code));
        Assert.All(areas, area => Assert.Equal(area.Slug == "north-wales" ? 'W' : 'E', area.Code[0]));
        Assert.Equal(areas.Count, areas.Select(area => area.Code).Distinct().Count());
        Assert.Equal(areas.Count, areas.Select(area => area.Name).Distinct().Count());
    }

    [Fact]
    public void Clean_outcomes_are_of_crimes_in_the_archive_at_the_same_place()
    {
        var options = Archives.Small with { Dirt = SyntheticDirt.None, OutcomeRows = 480 };
        var files = Archives.CsvFiles(options).Select(file => new CountedTruth(file.Name, Archives.Bytes(file))).ToList();
        var places = files.Where(file => file.Header.Contains("Crime type"))
            .SelectMany(file => file.Good.Where(row => row[0].Length > 0).Select(row => (Id: row[0], Place: string.Join('|', row[4..9]))))
            .ToDictionary(row => row.Id, row => row.Place);

        foreach (var file in files.Where(file => file.Header.Contains("Outcome type")))
        {
            Assert.All(file.Good, row => Assert.Equal(places[row[0]], string.Join('|', row[4..9])));
        }
    }

    private static void CheckShapes(CountedTruth file)
    {
        foreach (var row in file.Good)
        {
            foreach (var (column, pattern) in Shapes())
            {
                if (Array.IndexOf(file.Header, column) >= 0)
                {
                    Assert.Matches(pattern, file.Value(row, column));
                }
            }
        }
    }

    private static IEnumerable<(string Column, Regex Pattern)> Shapes() =>
    [
        ("Crime ID", CrimeIdShape()), ("Month", MonthShape()), ("Longitude", DegreesShape()), ("Latitude", DegreesShape()),
        ("Location", LocationShape()), ("LSOA code", LsoaCodeShape()), ("LSOA name", LsoaNameShape()), ("Context", EmptyShape()),
        ("Date", DateShape()),
    ];

    private static byte[] PublishedFile(string path)
    {
        var full = Path.Combine(RepositoryRoot(), "..", "shared", "data", "police-uk", path);
        if (!File.Exists(full))
        {
            Assert.Skip("The published archive files are not on this machine.");
        }

        using var stream = File.OpenRead(full);
        using var content = new MemoryStream();
        using Stream source = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        source.CopyTo(content);
        return content.ToArray();
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "PolicingSdk.sln")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException("PolicingSdk.sln is in no folder above the tests.");
        }

        return folder;
    }

    [GeneratedRegex("^([0-9a-f]{64})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CrimeIdShape();

    [GeneratedRegex("^[0-9]{4}-(0[1-9]|1[0-2])$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MonthShape();

    [GeneratedRegex(@"^(-?[0-9]{1,2}\.[0-9]{6})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DegreesShape();

    [GeneratedRegex("^(No Location|On or near .*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LocationShape();

    [GeneratedRegex("^([EW]01[0-9]{6})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LsoaCodeShape();

    [GeneratedRegex("^([A-Za-z. ]+ [0-9]{3}[A-Z])?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LsoaNameShape();

    [GeneratedRegex("^$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EmptyShape();

    [GeneratedRegex(
        @"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\+00:00$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DateShape();
}
