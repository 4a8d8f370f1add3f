using System.Globalization;
using System.Text;
using Policing.Conformance.Requirements;
using Policing.Conformance.Running;

namespace Policing.Conformance.Reports;

/// <summary>How things are called in all reports.</summary>
internal static class ReportWords
{
    public const string Disclaimer = "This is a product's own evidence. No police body has endorsed the kit or this result, and nothing in it makes a product approved or certified.";

    private const int LongestName = 100;

    public static string Of(ResultStatus status) => status switch
    {
        ResultStatus.Passed => "passed",
        ResultStatus.Failed => "failed",
        ResultStatus.Waived => "waived",
        ResultStatus.Skipped => "skipped",
        ResultStatus.Error => "error",
        ResultStatus.NotClaimed => "not claimed",
        _ => "not judged",
    };

    public static string Of(RequirementLevel level) => level switch { RequirementLevel.Must => "MUST", RequirementLevel.Should => "SHOULD", _ => "MAY" };

    public static string Of(RequirementTarget target) => target switch { RequirementTarget.Document => "document", RequirementTarget.Producer => "producer", RequirementTarget.Server => "server", RequirementTarget.Client => "client", _ => "consumer" };

    public static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Place(ResultPlace place)
    {
        string file = place.Path ?? FormattableString.Invariant($"file {place.Input}");
        string at = place.Pointer.Length > 0 ? place.Pointer : "the document";
        return place.Line > 0 ? FormattableString.Invariant($"{file}, line {place.Line}, column {place.Column}: {at}") : $"{file}: {at}";
    }

    /// <summary>A text of others that can stand in any report: characters that act are shown by number, and it is cut where it is long.</summary>
    public static string Safe(string text)
    {
        StringBuilder safe = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (safe.Length >= LongestName) return safe.Append('…').ToString();
            bool isPlain = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
            if (isPlain) safe.Append(rune);
            else safe.Append(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");
        }

        return safe.ToString();
    }

    /// <summary>How many binding requirements were judged, and how many of them are not met and not waived.</summary>
    public static (int Judged, int Breaches) Binding(ConformanceRun run) =>
        (run.Results.Count(r => r.Requirement.Level == RequirementLevel.Must && r.Status is not (ResultStatus.NotClaimed or ResultStatus.NotJudged)), run.Results.Count(r => r.IsBreach));

    /// <summary>What was judged, in words.</summary>
    public static string Subject(ConformanceRun run) => run.Target is { } target
        ? Safe(string.Join(' ', new[] { target.Supplier, target.Product, target.Version }.Where(t => t.Length > 0)))
        : FormattableString.Invariant($"{run.Records} {(run.Records == 1 ? "record" : "records")} in {run.Inputs} {(run.Inputs == 1 ? "file" : "files")}");
}
