using Policing.Conformance.Running;

namespace Policing.Conformance.Reports;

/// <summary>Writes a run in one of the formats. None quotes a document; each writes what others said, such as a product's name, so that it stays text.</summary>
public static class ConformanceReport
{
    /// <summary>Writes a run.</summary>
    /// <param name="output">Takes UTF-8; it stays the caller's.</param>
    /// <param name="run">The run.</param>
    /// <param name="format">How.</param>
    public static void Write(Stream output, ConformanceRun run, ReportFormat format)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(run);
        switch (format)
        {
            case ReportFormat.JUnit:
                JUnitReport.Write(output, run);
                break;
            case ReportFormat.Sarif:
                SarifReport.Write(output, run);
                break;
            case ReportFormat.Html:
                HtmlReport.Write(output, run);
                break;
            case ReportFormat.Badge:
                BadgeReport.Write(output, run);
                break;
            default:
                JsonReport.Write(output, run);
                break;
        }
    }
}
