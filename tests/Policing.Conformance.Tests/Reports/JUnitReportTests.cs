using System.Globalization;
using System.Xml.Linq;
using Policing.Conformance.Reports;
using Policing.Conformance.Running;

namespace Policing.Conformance.Tests.Reports;

public sealed class JUnitReportTests
{
    /// <summary>The counts that are stated are those that are there, for the whole and for each suite, and failures are the binding ones.</summary>
    [Fact]
    public async Task CountsAreThoseThatAreThere()
    {
        ConformanceRun run = await Runs.OfDocumentsAsync("""{"id":"x","type":"crime","modelVersion":"2.0","reportedAt":"2999-01-01"}""");
        XElement root = XDocument.Parse(Runs.Text(run, ReportFormat.JUnit)).Root!;
        Assert.Equal(run.Results.Count(r => r.IsBreach), root.Descendants("failure").Count());
        Assert.True(root.Descendants("failure").Count() >= 3);
        foreach (XElement counted in root.Elements("testsuite").Prepend(root))
        {
            Assert.Equal(counted.Descendants("testcase").Count(), Number(counted, "tests"));
            Assert.Equal(counted.Descendants("failure").Count(), Number(counted, "failures"));
            Assert.Equal(counted.Descendants("error").Count(), Number(counted, "errors"));
            Assert.Equal(counted.Descendants("skipped").Count(), Number(counted, "skipped"));
        }
    }

    private static int Number(XElement element, string name) => int.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
