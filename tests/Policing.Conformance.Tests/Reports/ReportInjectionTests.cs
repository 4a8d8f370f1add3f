using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Policing.Conformance.Reports;
using Policing.Conformance.Running;
using Policing.Conformance.Targets;
using Policing.Conformance.Tests.Requirements;
using Policing.JsonSchema;

namespace Policing.Conformance.Tests.Reports;

/// <summary>What others said stays text in every report.</summary>
public sealed class ReportInjectionTests
{
    private const string Hostile = "</script><script>alert(1)</script>\"'&]]><!-- \u001b[31m\u202e=cmd|' /C calc'!A0 \u0000 \ud800 javascript:x onload=y";

    public static TheoryData<ReportFormat> Formats => [.. Enum.GetValues<ReportFormat>()];

    private static async Task<ConformanceRun> HostileRunAsync() => await Runs.OfDocumentsAsync(
        """{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057","type":"crime","modelVersion":"1.0","controllers":[{"scheme":"police","id":"essex"}],"reportedAt":"2999-01-01","recordingStatus":"Q-77"}""",
        path: Hostile,
        waivers: $$"""{"waivers":[{"requirement":"PSDK-RUL-0006","owner":{{JsonSerializer.Serialize(Hostile)}},"reason":{{JsonSerializer.Serialize(Hostile)}},"expires":"2099-01-01"}]}""");

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task WhatOthersSaidStaysText(ReportFormat format)
    {
        ConformanceRun[] runs = [await HostileRunAsync(), await Runs.OfProgramAsync(new Named()), await Runs.OfDocumentsAsync("{", path: Hostile)];
        foreach (ConformanceRun run in runs)
        {
            byte[] bytes = Runs.Written(run, format);
            string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(text.EnumerateRunes(), r => r.Value != '\n' && Rune.GetUnicodeCategory(r) is UnicodeCategory.Control or UnicodeCategory.Format);
            Require(format, bytes, text);
        }
    }

    // Each is still what it says that it is.
    private static void Require(ReportFormat format, byte[] bytes, string text)
    {
        switch (format)
        {
            case ReportFormat.JUnit or ReportFormat.Badge:
                XDocument.Parse(text);
                break;
            case ReportFormat.Html:
                Assert.Equal(1, Count(text, "<style>"));
                Assert.Equal(0, Count(text, "<img") + Count(text, "<iframe") + Count(text, "href=\"javascript"));
                Assert.Equal(Count(text, "<details"), Count(text, "</details>"));
                break;
            case ReportFormat.Json:
                Assert.True(RequirementSetTests.Schema("report").IsValid(bytes));
                break;
            default:
                JsonElement.Parse(bytes);
                break;
        }
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private sealed class Named : IConformanceTarget
    {
        public ValueTask<TargetDescription> DescribeAsync(CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(new TargetDescription { Supplier = Hostile, Product = Hostile, Version = Hostile, Operations = [TargetOperation.Accept], Produces = [Hostile] });

        public ValueTask<TargetAnswer> AskAsync(TargetQuestion question, CancellationToken cancellationToken = default) => ValueTask.FromResult(TargetAnswer.Refused);
    }
}
