using System.Text;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Json;

/// <summary>The questions that decided the kernel, each as a test; docs/decisions/0001 tells the story.</summary>
public sealed class KernelSpikeTests
{
    private const string Id = "urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057";

    private static ReadResult Read(string json) => PoliceJson.Read(Encoding.UTF8.GetBytes(json));

    private static string Write(PoliceRecord record) => Encoding.UTF8.GetString(PoliceJson.Write(record));

    [Fact]
    public void AnAbsentCollectionIsEmptyNotNull()
    {
        Person person = Read($$"""{"type":"person","id":"{{Id}}"}""").As<Person>();
        Assert.True(person.Names.IsEmpty);
        Assert.Empty(person.Controllers);
        Assert.Null(person.ModelVersion);
    }

    [Fact]
    public void AMissingRequiredMemberIsAFindingNotAFailure()
    {
        ReadResult result = Read("""{"type":"link","modelVersion":"1.0"}""");
        Assert.IsType<Link>(result.Record);
        Assert.Equal(["/from", "/id", "/role", "/to"], result.Report.Findings.Where(f => f.Rule == FindingRules.Missing).Select(f => f.Pointer).Order());
    }

    [Fact]
    public void AWrongKindIsKeptAndGoneOnceMended()
    {
        string json = $$"""{"id":"{{Id}}","type":"person","modelVersion":"1.0","sex":1,"names":[{"surname":"Ash"},7]}""";
        ReadResult result = Read(json);
        Person person = result.As<Person>();
        Assert.Null(person.Sex);
        Assert.Equal(["/sex", "/names/1"], result.Report.Findings.Select(f => f.Pointer));
        Assert.Equal(json, Write(person));
        Assert.Equal($$"""{"id":"{{Id}}","type":"person","modelVersion":"1.0","sex":"2","names":[{"surname":"Ash"},7]}""", Write(person with { Sex = Sex.Female }));
    }

    [Fact]
    public void UnknownMembersSurviveChangeAtEveryLevel()
    {
        string json = $$"""{"id":"{{Id}}","type":"person","modelVersion":"1.0","names":[{"surname":"Ash","x":[1,null,2.50]}],"alpha":null,"beta":{"b":1e3} }""".Replace("} }", "}}");
        Person person = Read(json).As<Person>();
        Assert.Equal(json, Write(person));
        Assert.Equal(json.Replace("Ash", "Elm"), Write(person with { Names = [person.Names[0] with { Surname = "Elm" }] }));
    }

    [Fact]
    public void AnUnknownTypeIsKeptWhole()
    {
        string json = $$"""{"$a":1,"type":"ufo","id":"{{Id}}","when":2.50,"n":null}""";
        ReadResult result = Read(json);
        UnknownRecord record = result.As<UnknownRecord>();
        Assert.Equal("ufo", record.Type);
        Assert.Equal(Id, record.Id.Text);
        Assert.Equal(json, Write(record));
        Assert.Contains(result.Report.Findings, f => f.Rule == FindingRules.UnknownType);
    }

    [Fact]
    public void TheTypeNeedNotComeFirst()
    {
        Crime crime = Read($$"""{"summary":"x","classifications":[{"category":"burglary"}],"typ\u0065":"crime","id":"{{Id}}"}""").As<Crime>();
        Assert.Same(CrimeCategory.Burglary, crime.Classifications[0].Category);
    }

    [Theory]
    [InlineData("""{"type":"person","sex":nil,"CANARY":"CANARY"}""", "PSDK-JSON-0001")]
    [InlineData("""{"type":"person","CANARY":1,"CANARY":2}""", "PSDK-JSON-0002")]
    [InlineData("""{"type":"person","sex":"1","s\u0065x":"CANARY"}""", "PSDK-JSON-0002")]
    [InlineData("""{"type":"person","x":{"CANARY":1,"CANARY":2}}""", "PSDK-JSON-0002")]
    [InlineData("""{"type":"person","x":"CANARY\ud800"}""", "PSDK-JSON-0003")]
    [InlineData("""["CANARY"]""", "PSDK-JSON-0004")]
    [InlineData("""{"CANARY":"person"}""", "PSDK-JSON-0005")]
    [InlineData("""{"type":"person"} CANARY""", "PSDK-JSON-0001")]
    public void AnUnreadableTextIsKeptAndQuotedNowhere(string json, string rule)
    {
        ReadResult result = Read(json);
        Assert.Null(result.Record);
        Assert.Equal(json, Encoding.UTF8.GetString(result.Unread.Span));
        Assert.Equal(rule, result.Report.Findings[^1].Id);
        Assert.DoesNotContain("CANARY", string.Join(' ', result.Report.Findings.Select(f => f.ToString())));
        Assert.DoesNotContain("CANARY", Assert.Throws<PoliceJsonException>(() => result.As<Person>()).ToString());
    }

    [Fact]
    public void ARecordWithoutATypeDoesNotSpoilItsBundle()
    {
        string json = $$"""{"id":"{{Id}}","type":"bundle","modelVersion":"1.0","kind":"collection","operationalStatus":"test","records":[{"id":"{{Id}}","x":1},{"id":"{{Id}}","type":"person","modelVersion":"1.0"}]}""";
        ReadResult result = Read(json);
        Assert.Equal((FindingRules.NoType, "/records/0"), Assert.Single(result.Report.Findings.Select(f => (f.Rule, f.Pointer))));
        Assert.IsType<Person>(result.As<Bundle>().Records[1]);
        Assert.Equal(json, Write(result.Record!));
    }

    [Fact]
    public void ToStringShowsTypeAndIdOnly()
    {
        Person person = new() { Id = RecordId.Parse(Id), Names = [new PersonName { Surname = "CANARY" }], Sex = Sex.Of("CANARY") };
        Assert.Equal($"person {Id}", person.ToString());
        Assert.DoesNotContain("CANARY", $"{person.Names} {person.Names[0]} {person.Sex}");
    }
}
