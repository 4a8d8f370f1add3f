using Anytown.Records;
using Anytown.Records.Tests;
using Policing.Conformance.Running;
using Policing.Conformance.Tests.Running;
using Policing.DataModel;
using Policing.DataModel.Json;

namespace Policing.Conformance.Tests.Targets;

/// <summary>What samples/SupplierConformance says: each planted defect is found, by the requirements that it breaks and no others, and the mended product passes.</summary>
public sealed class SupplierConformanceTests
{
    [Theory]
    [InlineData(Defects.LastMemberCounts, "PSDK-CON-0003", "PSDK-CON-0004")]
    [InlineData(Defects.ColumnsAlone, "PSDK-CON-0202")]
    [InlineData(Defects.CenturyOfBirth, "PSDK-PRO-0002")]
    public async Task TheTestsFindEachDefect(Defects defect, params string[] requirements)
    {
        ConformanceRun run = await new ConformanceRunner().RunAsync(new AnytownTarget(defect), TestContext.Current.CancellationToken);
        Assert.Equal(requirements, run.Results.Where(r => r.IsBreach).Select(r => r.Requirement.Id));
    }

    [Fact]
    public async Task TheMendedProductPasses()
    {
        ConformanceRun run = await new ConformanceRunner(new() { Full = true }).RunAsync(new AnytownTarget(Defects.None), TestContext.Current.CancellationToken);
        Assert.Equal(ConformanceVerdict.Conformant, run.Verdict);
        Assert.True(run.Count(ResultStatus.Passed) > 40);
        ConformanceRun documents = await DocumentsAsync(Defects.None);
        Assert.Equal(ConformanceVerdict.Conformant, documents.Verdict);
        Assert.Equal(6, documents.Records);
    }

    [Fact]
    public async Task TheTwoLinesFindTheDefectThatDocumentsShow()
    {
        ConformanceRun run = await DocumentsAsync(Defects.All);
        RequirementResult breach = Assert.Single(run.Results, r => r.IsBreach);
        Assert.Equal(("PSDK-RUL-0006", "/datesOfBirth/0/date"), (breach.Requirement.Id, breach.Places[0].Pointer));
    }

    private static async Task<ConformanceRun> DocumentsAsync(Defects defects)
    {
        IReadOnlyList<PoliceRecord> records = new Export(defects, TimeProvider.System).All();
        return await new ConformanceRunner().RunAsync([.. records.Select(r => TextInput.Of(PoliceJson.Write(r)))], cancellationToken: TestContext.Current.CancellationToken);
    }
}
