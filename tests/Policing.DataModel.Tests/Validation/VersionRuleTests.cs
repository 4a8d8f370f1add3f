using Policing.DataModel.Json;
using Policing.DataModel.Tests.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Validation;

/// <summary>What a reader does with versions, with extensions that must be understood, and with nulls and empty values.</summary>
public sealed class VersionRuleTests
{
    private static readonly PolicingValidator Validator = new();

    private static string Person(string version, string members) =>
        $$"""{{{RuleCase.Id}},"type":"person","modelVersion":{{version}},{{RuleCase.Held}}{{members}}}""";

    private static string Bundle(string record) =>
        $$"""{{{RuleCase.Other}},"type":"bundle","modelVersion":"1.0","kind":"collection","operationalStatus":"test","records":[{{record}}]}""";

    private static (string Id, string Pointer)[] Found(string json, PolicingValidator? validator = null) =>
        [.. (validator ?? Validator).Read(JsonText.Utf8(json)).Report.Findings.Select(f => (f.Id, f.Pointer))];

    /// <summary>A member that the model does not define tells which schema was asked: the strict one refuses it, the open one lets it pass.</summary>
    [Theory]
    [InlineData("\"1.0\"", "PSDK-SCH-0002 /~[4]")]
    [InlineData("\"1.1\"", "PSDK-JSON-0014 /modelVersion,PSDK-JSON-0012 /~[4]")]
    [InlineData("\"1.999\"", "PSDK-JSON-0014 /modelVersion,PSDK-JSON-0012 /~[4]")]
    [InlineData("\"2.0\"", "PSDK-JSON-0013 /modelVersion,PSDK-JSON-0012 /~[4]")]
    [InlineData("\"0.9\"", "PSDK-JSON-0013 /modelVersion,PSDK-JSON-0012 /~[4]")]
    [InlineData("\"1\"", "PSDK-JSON-0013 /modelVersion,PSDK-JSON-0012 /~[4]")]
    [InlineData("\"1.0.0\"", "PSDK-JSON-0013 /modelVersion,PSDK-JSON-0012 /~[4]")]
    [InlineData("\"latest\"", "PSDK-JSON-0013 /modelVersion,PSDK-JSON-0012 /~[4]")]
    public void AVersionDecidesWhichSchemaARecordIsHeldTo(string version, string expected)
    {
        string json = Person(version, ",\"x\":1");
        Assert.Equal(expected, string.Join(',', Found(json).Select(f => $"{f.Id} {f.Pointer}")));

        // Whatever the version, the record is read and written back whole.
        ReadResult read = Validator.Read(JsonText.Utf8(json));
        Assert.True(JsonText.SameNormalised(JsonText.Utf8(json), PoliceJson.Write(read.Record!)));
    }

    [Fact]
    public void ARecordOfAnotherVersionInABundleIsFoundThere()
    {
        Assert.Contains(("PSDK-JSON-0013", "/records/0/modelVersion"), Found(Bundle(Person("\"2.0\"", ""))));
        Assert.Contains(("PSDK-JSON-0014", "/records/0/modelVersion"), Found(Bundle(Person("\"1.7\"", ""))));
    }

    [Fact]
    public void AnotherMajorVersionIsNoValidRecordAndALaterMinorOneIs()
    {
        Assert.False(Validator.Validate(JsonText.Utf8(Person("\"2.0\"", ""))).IsValid);
        Assert.True(Validator.Validate(JsonText.Utf8(Person("\"1.1\"", ",\"x\":{\"y\":[1]}"))).IsValid);
    }

    [Theory]
    [InlineData("\"mustUnderstand\":true", true)]
    [InlineData("\"mustUnderstand\":false", false)]
    [InlineData("\"version\":\"1\"", false)]
    public void AnExtensionThatMustBeUnderstoodStopsWhoDoesNotKnowIt(string content, bool isFound)
    {
        string json = Person("\"1.0\"", $$$""","extensions":{"https://a.example":{"version":"1"},"https://b.example":{{{{content}}}}}""");
        (string, string)[] expected = isFound ? [("PSDK-JSON-0015", "/extensions/~[1]")] : [];
        Assert.Equal(expected, Found(json));
        Assert.Equal(expected.Select(f => (f.Item1, "/records/0" + f.Item2)), Found(Bundle(json)));
        PolicingValidator knows = new(new() { UnderstoodExtensions = new HashSet<string> { "https://b.example" } });
        Assert.Empty(Found(json, knows));
        PolicingValidator knowsAnother = new(new() { UnderstoodExtensions = new HashSet<string> { "https://a.example" } });
        Assert.Equal(expected, Found(json, knowsAnother));
    }

    /// <summary>Read as absent, counted, not written back; to a producer an error, to a consumer an information.</summary>
    [Theory]
    [InlineData("\"sex\":null", "/sex", "PSDK-SCH-0001")]
    [InlineData("\"names\":[]", "/names", "PSDK-SCH-0003")]
    [InlineData("\"absent\":{}", "/absent", "PSDK-SCH-0003")]
    [InlineData("\"extensions\":{}", "/extensions", "PSDK-SCH-0003")]
    [InlineData("\"names\":[{\"full\":\"A\",\"given\":[]}]", "/names/0/given", "PSDK-SCH-0003")]
    [InlineData("\"names\":[{\"full\":\"A\",\"surname\":null}]", "/names/0/surname", "PSDK-SCH-0001")]
    public void ANullOrAnEmptyCollectionIsAsIfItWereNotThere(string member, string pointer, string forProducers)
    {
        string json = Person("\"1.0\"", "," + member);
        Assert.Equal([(forProducers, pointer)], Found(json));
        PolicingValidator consumer = new(new() { Schema = SchemaChoice.Open });
        Assert.Equal([("PSDK-JSON-0010", pointer)], Found(json, consumer));
        string written = JsonText.Text(PoliceJson.Write(consumer.Read(JsonText.Utf8(json)).Record!));
        Assert.DoesNotContain("null", written, StringComparison.Ordinal);
        Assert.DoesNotContain("[]", written, StringComparison.Ordinal);
        Assert.DoesNotContain("{}", written, StringComparison.Ordinal);
        Assert.Empty(Found(written));
    }
}
