using System.Text;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Validation;

/// <summary>A tombstone holds nothing else, so it need not have what its type must have: docs/decisions/0027.</summary>
public class TombstoneTests
{
    private const string Envelope = "\"modelVersion\":\"1.0\",\"version\":{\"number\":3}";

    [Theory]
    [InlineData("link", "\"disposed\"")]
    [InlineData("bundle", "\"disposed\"")]
    [InlineData("receipt", "\"disposed\"")]
    [InlineData("person", "\"disposed\"")]
    [InlineData("link", "{\"list\":\"https://example.org/states\",\"code\":\"D\",\"national\":\"disposed\"}")]
    [InlineData("receipt", "{\"code\":\"disposed\"}")]
    public void OfEveryTypeIsWithoutFinding(string type, string state)
    {
        byte[] text = Encoding.UTF8.GetBytes($$"""
            {"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057","type":"{{type}}",{{Envelope}},"status":{"state":{{state}},"since":"2025-01-01T00:00:00Z","authority":"Review of 2025"} }
            """);
        ReadResult read = new PolicingValidator().Read(text);
        Assert.Empty(read.Report.Findings);
        Assert.Empty(new PolicingValidator().Validate(read.Record!).Findings);
        Assert.Empty(new PolicingValidator().Validate(PoliceJson.Write(read.Record!)).Findings);
    }

    [Theory]
    [InlineData("link", "from", "to", "role")]
    [InlineData("bundle", "kind", "operationalStatus")]
    [InlineData("receipt", "bundle", "state", "operationalStatus")]
    public void WhatIsNoTombstoneNeedsItsParts(string type, params string[] names)
    {
        byte[] text = Encoding.UTF8.GetBytes($$"""{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057","type":"{{type}}",{{Envelope}},"status":{"state":"retracted"} }""");
        Assert.Equal(names.Select(n => "/" + n), new PolicingValidator().Validate(text).Findings.Where(f => f.Rule == FindingRules.Missing).Select(f => f.Pointer));
    }

    [Fact]
    public void OfALinkIsWrittenByItsAuthor()
    {
        Link tombstone = new()
        {
            Id = RecordId.New(),
            From = null,
            To = null,
            Role = null,
            Version = new() { Number = 2 },
            Status = new() { State = RecordState.Disposed, Since = RecordedTime.Parse("2025-01-01T00:00:00Z"), Authority = "Review of 2025" },
        };
        Assert.Empty(new PolicingValidator().Validate(tombstone).Findings);
    }
}
