using System.Text;
using Policing.Conformance.Reports;
using Policing.Conformance.Running;
using Policing.Conformance.Targets;
using Policing.Conformance.Tests.Running;
using Policing.Conformance.Waivers;

namespace Policing.Conformance.Tests.Reports;

/// <summary>Runs to write, and what they are written as.</summary>
internal static class Runs
{
    public static async Task<ConformanceRun> OfDocumentsAsync(string text, string? path = null, string? waivers = null) =>
        await new ConformanceRunner(new() { ShowPaths = path is not null, Waivers = waivers is null ? WaiverList.None : WaiverList.Read(Encoding.UTF8.GetBytes(waivers)) })
            .RunAsync([TextInput.Of(text, path: path)], cancellationToken: TestContext.Current.CancellationToken);

    public static async Task<ConformanceRun> OfProgramAsync(IConformanceTarget target) => await new ConformanceRunner().RunAsync(target, TestContext.Current.CancellationToken);

    public static byte[] Written(ConformanceRun run, ReportFormat format)
    {
        using MemoryStream output = new();
        ConformanceReport.Write(output, run, format);
        return output.ToArray();
    }

    public static string Text(ConformanceRun run, ReportFormat format) => Encoding.UTF8.GetString(Written(run, format));
}
