using Policing.DataModel.Json;
using Policing.DataModel.Tests.Conventions;
using Policing.DataModel.Tests.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Events;

/// <summary>What a force would write is read back the same, and no rule finds fault with it.</summary>
public sealed class BurglarySampleTests
{
    public static TheoryData<string> Types => [.. BurglarySamples.All.Select(r => r.Type)];

    [Theory]
    [MemberData(nameof(Types))]
    public void ASampleComesBackAndHasNoFinding(string type)
    {
        PoliceRecord record = BurglarySamples.All.Single(r => r.Type == type);
        byte[] written = PoliceJson.Write(record);
        ReadResult read = new PolicingValidator().Read(written);
        Assert.Empty(read.Report.Findings);
        Assert.Equal(record, read.Record);
        Assert.Equal(JsonText.Text(written), JsonText.Write(read.Record!));
    }

    [Fact]
    public void AllOfThemInASubmissionHaveNoFinding()
    {
        Bundle bundle = BurglarySamples.Submitted;
        ReadResult read = new PolicingValidator().Read(PoliceJson.Write(bundle));
        Assert.Empty(read.Report.Findings);
        Assert.Equal(bundle, read.Record);
    }

    [Fact]
    public void ThereIsOneOfEachKindOfEvent()
    {
        IEnumerable<string> others = ["person", "organisation", "location", "link", "bundle"];
        IEnumerable<string> things = Reflected.Records.Where(t => t.Namespace == typeof(PoliceRecord).Namespace).Select(Reflected.WireType).Except(others, StringComparer.Ordinal);
        Assert.Empty(BurglarySamples.All.Select(r => r.Type).Except(things, StringComparer.Ordinal));
        Assert.Equal(24, BurglarySamples.All.Select(r => r.Type).Distinct(StringComparer.Ordinal).Count());
    }
}
