using System.Text.Json;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Json;

/// <summary>A record of a type that this release does not know: whole, with its envelope readable and judged.</summary>
public sealed class UnknownRecordTests
{
    private const string Json = """
        {"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057","type":"CANARY","modelVersion":"1.7","controllers":[{"scheme":"police","id":"essex"}],"marking":{"tier":"secret","CANARY":1},"status":{"state":"restricted","ground":"evidence-instead-of-rectification"},"deep":{"x":[null,2.50]}}
        """;

    [Fact]
    public void ItsEnvelopeCanBeRead()
    {
        UnknownRecord record = PoliceJson.Read(JsonText.Utf8(Json)).As<UnknownRecord>();
        Assert.Equal(("CANARY", true, "1.7"), (record.Type, record.HasType, record.ModelVersion));
        Assert.Equal("essex", record.Controllers[0].Id);
        Assert.Same(SecurityTier.Secret, record.Marking!.Tier);
        Assert.Same(RecordState.Restricted, record.Status!.State);
        Assert.True(JsonText.Same(Json, JsonText.Write(record)));
        Assert.Equal(record, PoliceJson.Read(PoliceJson.Write(record)).Record);
        Assert.Equal(record, JsonText.FromSegments<PoliceRecord>(JsonText.Utf8(Json), 1));
    }

    [Fact]
    public void ItsEnvelopeIsJudged()
    {
        ValidationReport report = new PolicingValidator(new() { Ceiling = SecurityTier.Secret }).Validate(JsonText.Utf8(Json));
        Assert.Equal([(FindingRules.UnknownType, ""), (FindingRules.LaterMinor, "/modelVersion")], report.Findings.Select(f => (f.Rule, f.Pointer)));
        report = new PolicingValidator().Validate("""{"type":"ufo","id":"x","controllers":[{"scheme":"police","id":"x"}]}"""u8);
        Assert.Equal([FindingRules.UnknownType, FindingRules.Malformed, FindingRules.UnknownAgency], report.Findings.Select(f => f.Rule));
    }

    [Fact]
    public void ItsTypeIsTextOfTheSourceAndShownNowhere()
    {
        UnknownRecord record = PoliceJson.Read(JsonText.Utf8(Json)).As<UnknownRecord>();
        Assert.DoesNotContain("CANARY", $"{record} {record.Content} {record.Marking} {record.Marking!.Unknown}");
        Assert.Contains(record.Id.Text, record.ToString());
    }

    [Theory]
    [InlineData("""{"type":"ufo","id":7,"modelVersion":[],"controllers":{},"marking":"x","status":7}""")]
    [InlineData("""{"type":"ufo","id":null,"modelVersion":null,"controllers":[null],"marking":null,"status":null}""")]
    [InlineData("""{"type":"ufo","controllers":[],"marking":{"tier":7}}""")]
    [InlineData("""{"\u0074ype":"\u0075fo"}""")]
    public void AnEnvelopeOfOtherKindsIsKeptAllTheSame(string json)
    {
        ReadResult read = PoliceJson.Read(JsonText.Utf8(json));
        Assert.Equal("ufo", read.Record!.Type);
        Assert.True(JsonText.Same(json, JsonText.Write(read.Record)));
        Assert.Equal([FindingRules.UnknownType], read.Report.Findings.Select(f => f.Rule));
    }

    [Fact]
    public void AKnownTypeCanBeReadAsUnknown()
    {
        UnknownRecord record = JsonSerializer.Deserialize<UnknownRecord>("""{"type":"person","names":7}""")!;
        Assert.Equal("""{"type":"person","names":7}""", JsonSerializer.Serialize(record));
    }
}
