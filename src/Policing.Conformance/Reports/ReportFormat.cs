namespace Policing.Conformance.Reports;

/// <summary>How a run is written. <c>default</c> is <see cref="Json"/>.</summary>
public enum ReportFormat
{
    /// <summary>All of it: schemas/conformance/1.0/report.schema.json.</summary>
    Json,

    /// <summary>JUnit's XML, which CI servers show: a test case for each requirement.</summary>
    JUnit,

    /// <summary>SARIF 2.1.0, which code hosts show at the line.</summary>
    Sarif,

    /// <summary>A page for people, in one file and without script.</summary>
    Html,

    /// <summary>A small drawing, SVG without script, for a README: the verdict in a line. It belongs beside the page for people, which says the rest.</summary>
    Badge,
}
