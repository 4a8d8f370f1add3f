using System.Text;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Json;

/// <summary>A text with a marking above the ceiling of who reads is refused there: not read on, not kept, and named by place.</summary>
public class CeilingTests
{
    private const string Head = "{\"id\":\"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057\",\"type\":\"";
    private const string Controllers = ",\"controllers\":[{\"scheme\":\"police\",\"id\":\"essex\"}]";
    private static readonly ReadOptions Official = new() { Ceiling = SecurityTier.Official };

    [Theory]
    [InlineData("person", "{\"tier\":\"secret\"}", "/marking/tier")]
    [InlineData("person", "{\"tier\":{\"code\":\"Z\",\"national\":\"top-secret\"}}", "/marking/tier")]
    [InlineData("person", "{\"tier\":\"a tier of another country\"}", "/marking/tier")]
    [InlineData("person", "{\"tier\":\"official\",\"granular\":[{\"pointer\":\"/id\",\"tier\":\"secret\"}]}", "/marking/granular/0/tier")]
    [InlineData("a type of tomorrow", "{\"tier\":\"secret\"}", "/marking/tier")]
    public void WhatIsAboveTheCeilingIsRefusedThere(string type, string marking, string pointer)
    {
        byte[] text = Encoding.UTF8.GetBytes($"{Head}{type}\",\n\"marking\":{marking}{Controllers}}}");
        foreach (ReadResult read in new[] { PoliceJson.Read(text, Official), new PolicingValidator().Read(text) })
        {
            Assert.Null(read.Record);
            Assert.True(read.Unread.IsEmpty, "what has no place here is not copied");
            Finding finding = Assert.Single(read.Report.Findings);
            Assert.Equal((FindingRules.AboveCeiling, pointer, 2L), (finding.Rule, finding.Pointer, finding.Line));
        }

        Assert.NotNull(PoliceJson.Read(text).Record);
    }

    [Theory]
    [InlineData("person")]
    [InlineData("bundle")]
    public void NothingBehindTheMarkingIsRead(string type)
    {
        // What follows is no JSON: a reader that went on would say so.
        ReadResult read = PoliceJson.Read(Encoding.UTF8.GetBytes($"{Head}{type}\",\"marking\":{{\"tier\":\"secret\"}},\"names\":[tru"), Official);
        Assert.Equal(FindingRules.AboveCeiling, Assert.Single(read.Report.Findings).Rule);
    }

    [Fact]
    public void ABundleIsRefusedForOneOfItsRecords()
    {
        string inside = $"{Head}person\",\"marking\":{{\"tier\":\"secret\"}}{Controllers}}}";
        ReadResult read = PoliceJson.Read(Encoding.UTF8.GetBytes($"{Head}bundle\",\"records\":[{Head}person\"{Controllers}}},{inside}]}}"), Official);
        Assert.Null(read.Record);
        Assert.Equal("/records/1/marking/tier", Assert.Single(read.Report.Findings).Pointer);
    }

    [Fact]
    public void AHostThatIsClearedReadsIt()
    {
        byte[] text = Encoding.UTF8.GetBytes($"{Head}person\",\"modelVersion\":\"1.0\",\"marking\":{{\"tier\":\"secret\"}}{Controllers}}}");
        ReadResult read = new PolicingValidator(new() { Ceiling = SecurityTier.Secret }).Read(text);
        Assert.Same(SecurityTier.Secret, read.Record!.Marking!.Tier);
        Assert.DoesNotContain(read.Report.Findings, f => f.Rule == FindingRules.AboveCeiling);
    }

    /// <summary>Where texts are judged and nobody takes them in, as in a supplier's tests.</summary>
    [Fact]
    public void WithoutACeilingEveryTierIsRead()
    {
        byte[] text = Encoding.UTF8.GetBytes($"{Head}person\",\"modelVersion\":\"1.0\",\"marking\":{{\"tier\":\"a tier of another country\"}}{Controllers}}}");
        ReadResult read = new PolicingValidator(new() { Ceiling = null }).Read(text);
        Assert.NotNull(read.Record);
        Assert.Equal(["/marking/tier"], read.Report.Findings.Where(f => f.Rule == FindingRules.UnknownCode).Select(f => f.Pointer));
        Assert.DoesNotContain(read.Report.Findings, f => f.Rule == FindingRules.AboveCeiling);
    }

    [Fact]
    public async Task ALineAboveTheCeilingIsCountedAndTheRestGoesOn()
    {
        string[] lines = [$"{Head}person\"{Controllers}}}", $"{Head}person\",\"marking\":{{\"tier\":\"secret\"}}{Controllers}}}", $"{Head}person\"{Controllers}}}"];
        using MemoryStream ndjson = new(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        List<RecordLine> read = [];
        await foreach (RecordLine line in new PolicingValidator().ReadLinesAsync(ndjson, cancellationToken: TestContext.Current.CancellationToken)) read.Add(line);
        Assert.Equal([true, false, true], read.Select(l => l.Record is not null));
        Finding finding = Assert.Single(read[1].Result.Report.Findings);
        Assert.Equal((FindingRules.AboveCeiling, 2L), (finding.Rule, finding.Line));
        Assert.True(read[1].Result.Unread.IsEmpty);
    }
}
