using System.Globalization;
using System.Text;
using System.Xml;
using Policing.Conformance.Running;

namespace Policing.Conformance.Reports;

/// <summary>
/// A line for a README as a drawing: the verdict, how many binding requirements were judged, and the day. It says of itself that it is self-declared. No script, no link, nothing that is fetched; colour only
/// repeats what the words say.
/// </summary>
internal static class BadgeReport
{
    private const string Svg = "http://www.w3.org/2000/svg";
    private const string Left = "conformance, self-declared";
    private const double LetterWidth = 6.4;
    private const int Margin = 8;

    public static void Write(Stream output, ConformanceRun run)
    {
        string right = Right(run);
        double split = Width(Left), width = split + Width(right);
        using XmlWriter xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), OmitXmlDeclaration = true });
        xml.WriteStartElement("svg", Svg);
        Attributes(xml, ("width", Number(width)), ("height", "20"), ("viewBox", $"0 0 {Number(width)} 20"), ("role", "img"), ("aria-labelledby", "t"));
        xml.WriteStartElement("title", Svg);
        xml.WriteAttributeString("id", "t");
        xml.WriteString($"{ReportWords.Subject(run)}: {right}. Kit {run.KitVersion}. {ReportWords.Disclaimer}");
        xml.WriteEndElement();
        Box(xml, 0, split, "#3b4252");
        Box(xml, split, width - split, Colour(run.Verdict));
        Words(xml, Margin, Left);
        Words(xml, split + Margin, right);
        xml.WriteEndElement();
    }

    private static string Right(ConformanceRun run)
    {
        (int musts, int breaches) = ReportWords.Binding(run);
        string count = (musts, breaches) switch
        {
            (0, _) => "nothing judged",
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{musts} MUST judged"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{breaches} of {musts} MUST not met"),
        };
        return $"{run.VerdictText}, {count}, {run.StartedAt.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
    }

    // White on each has a contrast of 4.5 at least.
    private static string Colour(ConformanceVerdict verdict) => verdict switch { ConformanceVerdict.Conformant => "#1a6e36", ConformanceVerdict.ConformantWithWaivers => "#8a5300", _ => "#a3211a" };

    private static void Box(XmlWriter xml, double x, double width, string colour)
    {
        xml.WriteStartElement("rect", Svg);
        Attributes(xml, ("x", Number(x)), ("width", Number(width)), ("height", "20"), ("fill", colour));
        xml.WriteEndElement();
    }

    // The length is said, so that every font of the reader fits into the boxes.
    private static void Words(XmlWriter xml, double x, string words)
    {
        xml.WriteStartElement("text", Svg);
        Attributes(xml, ("x", Number(x)), ("y", "14"), ("textLength", Number(words.Length * LetterWidth)), ("lengthAdjust", "spacingAndGlyphs"), ("fill", "#fff"), ("font-family", "Verdana,DejaVu Sans,sans-serif"), ("font-size", "11"));
        xml.WriteString(words);
        xml.WriteEndElement();
    }

    private static void Attributes(XmlWriter xml, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach ((string name, string value) in attributes) xml.WriteAttributeString(name, value);
    }

    private static double Width(string words) => (words.Length * LetterWidth) + (2 * Margin);

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
