using System.Text;
using Policing.DataModel.Json;

namespace Policing.DataModel.Tests.Json;

/// <summary>A text that begins as this package writes it shows its type without a search; it must be read like any other text.</summary>
public sealed class TypeAsWrittenTests
{
    private const string Id = "urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057";

    public static TheoryData<string> Types => [.. ModelTypes.All];

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryTypeIsSeen(string type)
    {
        byte[] text = Encoding.UTF8.GetBytes($$"""{"id":"{{Id}}","type":"{{type}}","modelVersion":"1.0"}""");
        int place = Assert.NotNull(RecordJson.TypeAsWritten(text));
        Assert.Equal(type, ModelTypes.All[place]);
        Assert.Equal(type, PoliceJson.Read(text).Record!.Type);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void TheOrderOfIdAndTypeMakesNoDifference(string type)
    {
        ReadResult written = Read($$"""{"id":"{{Id}}","type":"{{type}}","x":{"y":[null]},"version":7}""");
        ReadResult other = Read($$"""{ "type":"{{type}}","id":"{{Id}}","x":{"y":[null]},"version":7}""");
        Assert.Equal(other.Record, written.Record);
        Assert.Equal(other.Report.Findings.Select(f => (f.Rule, f.Pointer)), written.Report.Findings.Select(f => (f.Rule, f.Pointer)));
    }

    [Theory]
    [InlineData("""{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057","type":"ufo"}""")]
    [InlineData("""{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057","type":"crime""")]
    [InlineData("""{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057","type":"cr\u0069me"}""")]
    [InlineData("""{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057" ,"type":"crime"}""")]
    [InlineData("""{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b30209\"8057","type":"crime"}""")]
    [InlineData("""{"id":"x","summary":"01890a5d-ac96-774b-bcce-b302","type":"crime"}""")]
    [InlineData("""{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057"}""")]
    [InlineData("")]
    public void AnyOtherTextIsSearched(string text) => Assert.Null(RecordJson.TypeAsWritten(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void ASecondTypeIsStillRefused()
    {
        ReadResult result = Read($$"""{"id":"{{Id}}","type":"crime","type":"person"}""");
        Assert.False(result.IsReadable);
        Assert.Equal("PSDK-JSON-0002", Assert.Single(result.Report.Findings).Rule.Id);
    }

    private static ReadResult Read(string json) => PoliceJson.Read(Encoding.UTF8.GetBytes(json));
}
