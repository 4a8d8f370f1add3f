using System.Globalization;
using System.Text;
using System.Xml;
using Policing.Conformance.Requirements;
using Policing.Conformance.Running;

namespace Policing.Conformance.Reports;

/// <summary>
/// JUnit's XML: a suite for each area, a case for each requirement. A binding requirement that is not met is a failure; one that was not answered an
/// error; what was not judged, what is waived and what does not bind is skipped, with the reason.
/// </summary>
internal static class JUnitReport
{
    public static void Write(Stream output, ConformanceRun run)
    {
        using XmlWriter xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CheckCharacters = true });
        xml.WriteStartDocument();
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "policing conformance");
        Counts(xml, run.Results, run.Duration);
        foreach (IGrouping<string, RequirementResult> area in run.Results.GroupBy(r => $"{ReportWords.Of(r.Requirement.Target)}.{r.Requirement.Area}", StringComparer.Ordinal)) Suite(xml, run, area);
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void Suite(XmlWriter xml, ConformanceRun run, IGrouping<string, RequirementResult> area)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", area.Key);
        Counts(xml, area, TimeSpan.Zero);
        xml.WriteAttributeString("timestamp", run.StartedAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        xml.WriteStartElement("properties");
        Property(xml, "verdict", run.VerdictText);
        Property(xml, "subject", ReportWords.Subject(run));
        Property(xml, "kit", run.KitVersion);
        Property(xml, "requirements-sha256", run.RequirementsHash);
        Property(xml, "note", ReportWords.Disclaimer);
        xml.WriteEndElement();
        foreach (RequirementResult result in area) Case(xml, area.Key, result);
        xml.WriteEndElement();
    }

    private static void Case(XmlWriter xml, string suite, RequirementResult result)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", suite);
        xml.WriteAttributeString("name", $"{result.Requirement.Id} {ReportWords.Of(result.Requirement.Level)} {Clean(result.Requirement.Text)}");
        xml.WriteAttributeString("time", "0");
        switch (Kind(result))
        {
            case Outcome.Failure:
                Trouble(xml, "failure", result);
                break;
            case Outcome.Error:
                Trouble(xml, "error", result);
                break;
            case Outcome.Skipped:
                xml.WriteStartElement("skipped");
                xml.WriteAttributeString("message", Clean(WhySkipped(result)));
                xml.WriteEndElement();
                break;
        }

        xml.WriteEndElement();
    }

    private static void Trouble(XmlWriter xml, string element, RequirementResult result)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("type", result.Cases.Count > 0 ? result.Cases[0].Reason!.Code : result.Requirement.Id);
        xml.WriteAttributeString("message", string.Create(CultureInfo.InvariantCulture, $"{result.Failures} of {result.Judged} not met"));
        xml.WriteString(Clean(Details(result)));
        xml.WriteEndElement();
    }

    private static string Details(RequirementResult result)
    {
        StringBuilder text = new();
        text.Append("\nrequirement: ").Append(result.Requirement.Text).Append("\nclause: ").Append(result.Requirement.Clause).Append("\ndo: ").Append(result.Requirement.Hint).Append('\n');
        foreach (ResultPlace place in result.Places) text.Append("place: ").Append(Safe(ReportWords.Place(place))).Append('\n');
        foreach (CaseResult @case in result.Cases)
            text.Append("case: ").Append(@case.Id).Append(" (").Append(@case.About).Append(") ").Append(@case.Pointer).Append(": ").Append(@case.Reason!.Text).Append(" Do: ").Append(@case.Reason.Hint).Append('\n');
        return text.ToString();
    }

    private static string Safe(string place) => ReportWords.Safe(place);

    private static string WhySkipped(RequirementResult result) => result switch
    {
        { Waiver: { } waiver } => $"waived until {waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} by {ReportWords.Safe(waiver.Owner)}: {ReportWords.Safe(waiver.Reason)}",
        { Why: { } why } => why,
        _ => string.Create(CultureInfo.InvariantCulture, $"{ReportWords.Of(result.Requirement.Level)}: {result.Failures} of {result.Judged} not met; it does not decide"),
    };

    private static void Counts(XmlWriter xml, IEnumerable<RequirementResult> results, TimeSpan duration)
    {
        RequirementResult[] all = [.. results];
        xml.WriteAttributeString("tests", Number(all.Length));
        xml.WriteAttributeString("failures", Number(all.Count(r => Kind(r) == Outcome.Failure)));
        xml.WriteAttributeString("errors", Number(all.Count(r => Kind(r) == Outcome.Error)));
        xml.WriteAttributeString("skipped", Number(all.Count(r => Kind(r) == Outcome.Skipped)));
        xml.WriteAttributeString("time", duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));
    }

    private static Outcome Kind(RequirementResult result) => result.Status switch
    {
        ResultStatus.Passed => Outcome.Passed,
        ResultStatus.Error when result.Requirement.Level == RequirementLevel.Must => Outcome.Error,
        ResultStatus.Failed or ResultStatus.Skipped when result.Requirement.Level == RequirementLevel.Must => Outcome.Failure,
        _ => Outcome.Skipped,
    };

    private static void Property(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement("property");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("value", Clean(value));
        xml.WriteEndElement();
    }

    // XML has no way to write these characters.
    private static string Clean(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (int i = 0; i < span.Length; i++)
            span[i] = XmlConvert.IsXmlChar(source[i]) || char.IsSurrogate(source[i]) ? source[i] : '\uFFFD';
    });

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private enum Outcome
    {
        Passed,
        Failure,
        Error,
        Skipped,
    }
}
