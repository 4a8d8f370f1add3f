using Policing.Conformance.Clients;
using Policing.Conformance.Reports;
using Policing.Conformance.Requirements;
using Policing.Conformance.Running;
using Policing.Conformance.Targets;

namespace Policing.Conformance.Tests.DocCode;

/// <summary>The code of the package's page, run.</summary>
public sealed class ConformanceSamples
{
    [Fact]
    public async Task InProcess()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using MemoryStream html = new();
        #region ConformanceInProcess
        // Yours instead: a class of IConformanceTarget over your reader and writer, or an AdapterTarget that starts your program.
        IConformanceTarget target = new ReferenceTarget();
        ConformanceRun run = await new ConformanceRunner().RunAsync(target, cancellationToken);

        Console.WriteLine($"{run.VerdictText}: {run.Count(ResultStatus.Passed)} met, {run.Count(ResultStatus.Failed)} not met");
        ConformanceReport.Write(html, run, ReportFormat.Html);
        #endregion
        Assert.Equal(ConformanceVerdict.Conformant, run.Verdict);
    }

    [Fact]
    public async Task ClientInProcess()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        #region ConformanceClient
        using ReferenceClient client = new();               // yours in its place
        Requirement requirement = RequirementSet.BuiltIn.Find("PSDK-CLI-0204")!;
        RequirementResult result = await new ConformanceRunner().RunClientAsync(client, requirement, cancellationToken);
        Console.WriteLine($"{requirement.Text} {result.Status}");
        #endregion
        Assert.Equal(ResultStatus.Passed, result.Status);
    }
}
