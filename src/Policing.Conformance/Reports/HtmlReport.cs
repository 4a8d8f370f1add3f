using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Policing.Conformance.Requirements;
using Policing.Conformance.Running;

namespace Policing.Conformance.Reports;

/// <summary>
/// The report for people: one file without script, whose policy lets in nothing but its own style. Every text goes through one encoder; charts are
/// drawings with the same numbers beside them.
/// </summary>
internal sealed class HtmlReport
{
    private static readonly string Style = Encoding.UTF8.GetString(Resources.Bytes("report.css")).ReplaceLineEndings("\n").Trim();

    private readonly StringBuilder _html = new();
    private readonly ConformanceRun _run;

    private HtmlReport(ConformanceRun run) => _run = run;

    public static void Write(Stream output, ConformanceRun run)
    {
        HtmlReport report = new(run);
        report.Page();
        output.Write(Encoding.UTF8.GetBytes(report._html.ToString()));
    }

    private void Page()
    {
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));
        _html.Append("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append(CultureInfo.InvariantCulture, $"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
            .Append(CultureInfo.InvariantCulture, $"<title>{Text(_run.VerdictText)}: conformance of {Text(ReportWords.Subject(_run))}</title>\n<style>{Style}</style>\n</head>\n<body>\n")
            .Append("<a class=\"skip\" href=\"#main\">To the results</a>\n");
        Head();
        _html.Append("<main id=\"main\">\n");
        Facts();
        Charts();
        Results("Not met, and binding", "A MUST that is not met decides: the product does not conform.", r => r.IsBreach, open: true);
        Results("Waived", "Not met; somebody stands for it, until the day that is named.", r => r.Status == ResultStatus.Waived, open: true);
        Results("Not met, and not binding", "A SHOULD or MAY; worth mending, and it does not decide.", r => r.IsUnmet && !r.IsBreach && r.Status != ResultStatus.Waived, open: false);
        Listed("Met", r => r.Status == ResultStatus.Passed);
        Listed("Not judged or not claimed", r => r.Status is ResultStatus.NotClaimed or ResultStatus.NotJudged);
        _html.Append("</main>\n");
        Foot();
        _html.Append("</body>\n</html>\n");
    }

    private void Head()
    {
        string colour = _run.Verdict switch { ConformanceVerdict.Conformant => "good", ConformanceVerdict.ConformantWithWaivers => "wait", _ => "bad" };
        _html.Append("<header>\n<h1>Conformance report</h1>\n")
            .Append(CultureInfo.InvariantCulture, $"<p class=\"subject\">{Text(ReportWords.Subject(_run))}</p>\n<p class=\"verdict {colour}\">{Text(Capital(_run.VerdictText))}</p>\n<p>{Text(Sentence())}</p>\n</header>\n");
    }

    private string Sentence()
    {
        (int musts, int breaches) = ReportWords.Binding(_run);
        return breaches == 0
            ? string.Create(CultureInfo.InvariantCulture, $"All {musts} binding requirements that were judged are met{(_run.Count(ResultStatus.Waived) > 0 ? " or waived" : "")}.")
            : string.Create(CultureInfo.InvariantCulture, $"{breaches} of {musts} binding requirements that were judged {(breaches == 1 ? "is" : "are")} not met.");
    }

    private void Facts()
    {
        _html.Append("<dl class=\"facts\">\n");
        foreach ((string name, int count) in new[]
        {
            ("Met", _run.Count(ResultStatus.Passed)), ("Not met", _run.Results.Count(r => r.IsUnmet && r.Status != ResultStatus.Waived)), ("Waived", _run.Count(ResultStatus.Waived)),
            ("Not claimed", _run.Count(ResultStatus.NotClaimed)), ("Not judged", _run.Count(ResultStatus.NotJudged)),
        })
            _html.Append(CultureInfo.InvariantCulture, $"<div><dt>{name}</dt><dd>{count}</dd></div>\n");
        _html.Append("</dl>\n");
    }

    private void Charts()
    {
        _html.Append("<h2>Where it stands</h2>\n<p class=\"legend\"><span class=\"good\">met</span><span class=\"bad\">not met</span><span class=\"wait\">waived</span><span class=\"none\">not judged</span></p>\n");
        Chart("By area", "Area", r => $"{Capital(ReportWords.Of(r.Requirement.Target))}s: {r.Requirement.Area}");
        Chart("By phase of the strategy", "Phase", r => FormattableString.Invariant($"Phase {r.Requirement.Phase}"));
        Chart("By digital capability of the strategy", "Capability", r => Capital(r.Requirement.Capability));
    }

    private void Chart(string title, string column, Func<RequirementResult, string> group)
    {
        _html.Append(CultureInfo.InvariantCulture, $"<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"{title}\"><table>\n<caption>{title}</caption>\n<thead><tr><th scope=\"col\">{column}</th><th scope=\"col\" class=\"n\">Met</th><th scope=\"col\" class=\"n\">Judged</th><th scope=\"col\">Share</th></tr></thead>\n<tbody>\n");
        foreach (IGrouping<string, RequirementResult> rows in _run.Results.GroupBy(group, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            int all = rows.Count(), met = rows.Count(r => r.Status == ResultStatus.Passed), waived = rows.Count(r => r.Status == ResultStatus.Waived), unmet = rows.Count(r => r.IsUnmet) - waived;
            _html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Text(rows.Key)}</th><td class=\"n\">{met}</td><td class=\"n\">{met + unmet + waived}</td><td class=\"bar\">{Bar(all, met, unmet, waived)}</td></tr>\n");
        }

        _html.Append("</tbody>\n</table></div>\n");
    }

    private static string Bar(int all, int met, int unmet, int waived)
    {
        StringBuilder svg = new();
        string title = string.Create(CultureInfo.InvariantCulture, $"{met} met, {unmet} not met, {waived} waived, {all - met - unmet - waived} not judged");
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {all} 1\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{title}\">");
        int from = 0;
        foreach ((int count, string kind) in new[] { (met, "g"), (unmet, "b"), (waived, "w"), (all - met - unmet - waived, "o") })
        {
            if (count > 0) svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{kind}\" x=\"{from}\" y=\"0\" width=\"{count}\" height=\"1\"/>");
            from += count;
        }

        return svg.Append("</svg>").ToString();
    }

    private void Results(string title, string intro, Func<RequirementResult, bool> isIn, bool open)
    {
        RequirementResult[] results = [.. _run.Results.Where(isIn)];
        if (results.Length == 0) return;
        _html.Append(CultureInfo.InvariantCulture, $"<h2>{title} ({results.Length})</h2>\n<p>{intro}</p>\n");
        foreach (RequirementResult result in results) Result(result, open);
    }

    private void Result(RequirementResult result, bool open)
    {
        Requirement requirement = result.Requirement;
        string colour = result.Status == ResultStatus.Waived ? "wait" : result.IsBreach ? "bad" : "none";
        _html.Append(CultureInfo.InvariantCulture, $"<details{(open ? " open" : "")}>\n<summary><b class=\"{colour}\">{Text(requirement.Id)}</b> {ReportWords.Of(requirement.Level)}, {ReportWords.Of(result.Status)}, {result.Failures} of {result.Judged}: {Text(requirement.Text)}</summary>\n<div class=\"inside\">\n")
            .Append(CultureInfo.InvariantCulture, $"<p><strong>Do:</strong> {Text(requirement.Hint)}</p>\n<p><strong>From:</strong> {Text(requirement.Clause)}</p>\n");
        if (result.Waiver is { } waiver)
            _html.Append(CultureInfo.InvariantCulture, $"<p><strong>Waived</strong> until {waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} by {Text(ReportWords.Safe(waiver.Owner))}: {Text(ReportWords.Safe(waiver.Reason))}</p>\n");
        Places(result);
        Cases(result);
        _html.Append("</div>\n</details>\n");
    }

    private void Places(RequirementResult result)
    {
        if (result.Places.Count == 0) return;
        _html.Append(result.Failures > result.Places.Count
            ? string.Create(CultureInfo.InvariantCulture, $"<p>The first {result.Places.Count} of {result.Failures} places:</p>\n<ul>\n")
            : "<ul>\n");
        foreach (ResultPlace place in result.Places) _html.Append(CultureInfo.InvariantCulture, $"<li><code>{Text(ReportWords.Safe(ReportWords.Place(place)))}</code></li>\n");
        _html.Append("</ul>\n");
    }

    private void Cases(RequirementResult result)
    {
        if (result.Cases.Count == 0) return;
        _html.Append("<ul>\n");
        foreach (CaseResult @case in result.Cases)
        {
            string at = @case.Pointer.Length > 0 ? $" at <code>{Text(@case.Pointer)}</code>" : "";
            _html.Append(CultureInfo.InvariantCulture, $"<li><code>{Text(@case.Id)}</code> ({Text(@case.About)}){at}: {Text(@case.Reason!.Text)} {Text(@case.Reason.Hint)}</li>\n");
        }

        _html.Append("</ul>\n");
    }

    private void Listed(string title, Func<RequirementResult, bool> isIn)
    {
        RequirementResult[] results = [.. _run.Results.Where(isIn)];
        if (results.Length == 0) return;
        _html.Append(CultureInfo.InvariantCulture, $"<h2>{title} ({results.Length})</h2>\n<details>\n<summary>All of them</summary>\n<div class=\"inside\">\n<ul>\n");
        foreach (RequirementResult result in results)
            _html.Append(CultureInfo.InvariantCulture, $"<li><code>{Text(result.Requirement.Id)}</code> {ReportWords.Of(result.Requirement.Level)}: {Text(result.Requirement.Text)}{(result.Why is { } why ? " " + Text(why) : "")}</li>\n");
        _html.Append("</ul>\n</div>\n</details>\n");
    }

    private void Foot() => _html.Append(
        CultureInfo.InvariantCulture,
        $"<footer>\n<p>{Text(ReportWords.Disclaimer)}</p>\n<p>Kit {Text(_run.KitVersion)}, requirements of model {Text(_run.Edition)}, SHA-256 <code>{_run.RequirementsHash}</code>. {(_run.IsFull ? "Full run, no waivers." : "Not a full run.")} Begun {ReportWords.Time(_run.StartedAt)}, {_run.Duration.TotalSeconds:0.0} s.</p>\n</footer>\n");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
