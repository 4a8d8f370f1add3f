using System.Globalization;
using System.Text.RegularExpressions;

namespace Policing.Testing.Tests.Archive;

/// <summary>Counts from the bytes alone what a manifest says of a file.</summary>
internal sealed partial class CountedTruth
{
    private const string StreetKind = "street";

    private readonly CsvText csv;
    private readonly string kind;
    private readonly int skipped;
    private readonly string fileMonth;

    public CountedTruth(string name, byte[] bytes)
    {
        csv = CsvText.Read(bytes);
        var parts = NamePattern().Match(name);
        Assert.True(parts.Success, "The name has the shape of the archive.");
        (fileMonth, Slug, kind) = (parts.Groups["month"].Value, parts.Groups["force"].Value, parts.Groups["kind"].Value);
        skipped = csv.Header[0].Length == 0 ? 1 : 0;
        Header = csv.Header[skipped..];
        Good = [.. csv.Rows.Where(IsGood).Select(row => row[skipped..])];
        GoodWithQuotes = csv.Rows.Where((row, i) => IsGood(row) && csv.RowsWithQuotes.Contains(i)).Count();
    }

    public string Slug { get; }

    public string[] Header { get; }

    /// <summary>The rows that are not to be rejected, without the index column.</summary>
    public List<string[]> Good { get; }

    public int GoodWithQuotes { get; }

    public int Rows => csv.Rows.Count;

    public bool HasIndexColumn => skipped == 1;

    public SyntheticLineEnds LineEnds => csv.CarriageReturns == 0
        ? SyntheticLineEnds.LineFeed
        : csv.CarriageReturns == csv.LineFeeds ? SyntheticLineEnds.CarriageReturnLineFeed : SyntheticLineEnds.Mixed;

    public int CutOff => csv.EndsInLineEnd ? 0 : 1;

    public int WrongFieldCount => csv.Rows.Count(row => row.Length != csv.Header.Length) - CutOff;

    public int UnreadableMonth => csv.Rows.Count(row => row.Length == csv.Header.Length && !HasMonth(row));

    public int ExactDuplicates => Good.Count - Good.Select(row => string.Join('\u001F', row)).Distinct(StringComparer.Ordinal).Count();

    public int NoLocation => Good.Count(row => Value(row, "Longitude").Length == 0 && Value(row, "Latitude").Length == 0);

    public int FarAway => Good.Count(IsFar);

    public int WithoutCrimeId => kind == StreetKind ? Good.Count(row => Value(row, "Crime ID").Length == 0) : 0;

    public int OlderVocabulary => kind switch
    {
        StreetKind => Good.Count(row => Value(row, "Crime type") == "Violent crime"),
        "stop-and-search" => Good.Count(row => Value(row, "Self-defined ethnicity").EndsWith(')')),
        _ => 0,
    };

    public int UpperCaseStreets => kind == "stop-and-search" ? 0 : Good.Count(row => IsUpperCase(Value(row, "Location")));

    public int UnlistedCrimeTypes => kind == StreetKind ? Good.Count(row => Value(row, "Crime type") == "Synthetic unlisted type") : 0;

    public int NumericBooleans => kind == "stop-and-search"
        ? Good.Count(row => Value(row, "Part of a policing operation") is "0.0" or "1.0")
        : 0;

    public int TimesInPreviousMonth => kind == "stop-and-search"
        ? Good.Count(row => string.CompareOrdinal(Value(row, "Date")[..7], fileMonth) < 0)
        : 0;

    /// <summary>The ids that stand on several rows which differ, with the number of such rows.</summary>
    public Dictionary<string, int> SharedIds => Good
        .Where(row => Value(row, "Crime ID").Length > 0)
        .GroupBy(row => Value(row, "Crime ID"))
        .Select(group => (group.Key, Count: group.Select(row => string.Join('\u001F', row)).Distinct(StringComparer.Ordinal).Count()))
        .Where(group => group.Count > 1)
        .ToDictionary(group => group.Key, group => group.Count);

    public IEnumerable<string> CrimeIds => Good.Select(row => Value(row, "Crime ID"));

    /// <summary>Rows whose id stood on an earlier row with another outcome.</summary>
    public int SecondOutcomes(IReadOnlySet<string> sharedIds) => Good
        .Where(row => !sharedIds.Contains(Value(row, "Crime ID")))
        .GroupBy(row => Value(row, "Crime ID"))
        .Sum(group => group.Select(row => Value(row, "Outcome type")).Distinct(StringComparer.Ordinal).Count() - 1);

    public string Value(string[] row, string column) => row[Array.IndexOf(Header, column)];

    private bool IsGood(string[] row) => row.Length == csv.Header.Length && HasMonth(row);

    private bool HasMonth(string[] row)
    {
        var column = Array.IndexOf(csv.Header, "Month");
        return column < 0
            || DateOnly.TryParseExact(row[column] + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    private bool IsFar(string[] row) =>
        decimal.TryParse(Value(row, "Latitude"), CultureInfo.InvariantCulture, out var latitude)
        && Math.Abs(latitude - (SyntheticForce.Find(Slug)!.Latitude / 1_000_000m)) > 1;

    private static bool IsUpperCase(string location) =>
        location.StartsWith("On or near ", StringComparison.Ordinal) && !location[11..].Any(char.IsAsciiLetterLower);

    [GeneratedRegex(
        @"^(?<month>[0-9]{4}-[0-9]{2})/\k<month>-(?<force>[a-z-]+?)-(?<kind>street|outcomes|stop-and-search)\.csv$",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();
}
