using System.Text.Json;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Tests.Conventions;

namespace Policing.DataModel.Tests.Json;

/// <summary>A user's type that holds ours: whatever the options or the context, ours read and write the same bytes.</summary>
public sealed class UsersOwnTypesTests
{
    private static readonly JsonSerializerOptions[] Options =
    [
        JsonSerializerOptions.Default,
        JsonSerializerOptions.Web,
        JsonSerializerOptions.Strict,
        new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper, DictionaryKeyPolicy = JsonNamingPolicy.KebabCaseLower },
        new() { NumberHandling = JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString, PropertyNameCaseInsensitive = true },
        new() { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true },
        new() { AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = true },
        new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, IgnoreReadOnlyProperties = true, IncludeFields = true },
        new() { Converters = { new JsonStringEnumConverter() }, PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate },
        CaseContext.Default.Options,
        WebCaseContext.Default.Options,
        StrictCaseContext.Default.Options,
    ];

    public static TheoryData<int> Ways => [.. Enumerable.Range(0, Options.Length)];

    private const string Record = """
        {"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057","type":"person","modelVersion":"1.0","version":{"number":"7"},"names":[{"surname":"Ash","given":["A"],"CamelCase":1}],"sex":"2","ethnicities":[7],"snake_case":{"Number":"7","n":null,"d":2.50}}
        """;

    [Theory]
    [MemberData(nameof(Ways))]
    public void ARecordIsTheSameBytesEverywhere(int way)
    {
        JsonSerializerOptions options = Options[way];
        PoliceRecord record = PoliceJson.Read(JsonText.Utf8(Record)).Record!;
        foreach (PoliceRecord given in Filled.Records().Append(record))
        {
            string ours = JsonText.Write(given);
            string theirs = JsonSerializer.Serialize(given, options);
            // The encoder and the indentation are the caller's; the rest is not.
            Assert.Equal(ours, Relaxed(theirs));
            Assert.Equal(given, JsonSerializer.Deserialize<PoliceRecord>(ours, options));
            if (given is Person) Assert.Equal(given, JsonSerializer.Deserialize<Person>(ours, options));
        }
    }

    // The same JSON through the relaxed encoder; it must not reorder or normalise anything.
    private static string Relaxed(string json)
    {
        System.Buffers.ArrayBufferWriter<byte> output = new();
        using (Utf8JsonWriter writer = PoliceJson.NewWriter(output)) JsonElement.Parse(json, new JsonDocumentOptions { MaxDepth = 200 }).WriteTo(writer);
        return JsonText.Text(output.WrittenSpan);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void OurTypesAreTheSameInsideTheirs(int way)
    {
        JsonSerializerOptions options = Options[way];
        Case given = new()
        {
            Sex = Sex.From(new CodeParts { Code = "1", Text = "M" }),
            Other = Sex.Female,
            Id = RecordId.Parse("urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057"),
            Texts = ["a", "b"],
            Ids = [RecordId.FromText("x")],
            Parts = [new PersonName { Surname = "Ash" }],
            Person = (Person)PoliceJson.Read(JsonText.Utf8(Record)).Record!,
            Any = PoliceJson.Read("""{"type":"ufo","X":1}"""u8).Record,
            Raw = RawJson.Parse("""{"A":1.50}"""u8),
            When = PartialDateTime.FromText("soon"),
            At = RecordedTime.Parse("2026-03-04T10:15:30+01:00"),
            BySex = new Dictionary<string, Sex> { ["k"] = Sex.Male },
        };
        string json = JsonSerializer.Serialize(given, options);
        Case read = JsonSerializer.Deserialize<Case>(json, options)!;
        Assert.Equal(given with { BySex = null }, read with { BySex = null });
        Assert.Equal(given.BySex, read.BySex);
        Assert.Equal(given.Person!.Names[0].Unknown, read.Person!.Names[0].Unknown);
        foreach (string ours in (string[])["""{"code":"1","text":"M"}""", "\"2\"", "[\"a\",\"b\"]", "[\"x\"]", """[{"surname":"Ash"}]""", JsonText.Write(given.Person!), """{"type":"ufo","X":1}""", """{"A":1.50}""", "\"soon\""])
            Assert.Contains(ours, Relaxed(json));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void AQuotedNumberStaysOne(int way)
    {
        RecordVersion version = JsonSerializer.Deserialize<RecordVersion>("""{"number":"7"}""", Options[way])!;
        Assert.Null(version.Number);
        Assert.Equal("""{"number":"7"}""", JsonSerializer.Serialize(version, Options[way]));
        Assert.Equal("""{"number":8}""", JsonSerializer.Serialize(version with { Number = 8 }, Options[way]));
    }

    [Fact]
    public void ATypedReadKeepsAnotherTypesName()
    {
        Person person = JsonSerializer.Deserialize<Person>("""{"type":"crime","summary":"x"}""")!;
        Assert.Equal("""{"type":"crime","summary":"x"}""", JsonSerializer.Serialize(person));
        Assert.Equal("""{"type":7}""", JsonSerializer.Serialize(JsonSerializer.Deserialize<Person>("""{"type":7}""")));
        Assert.Equal("""{"type":"person"}""", JsonSerializer.Serialize(JsonSerializer.Deserialize<Person>("""{"type":null}""")));
    }

    [Fact]
    public void AllUsesOfOneTypeAgree()
    {
        string json = JsonText.Write(Filled.Record(typeof(Person)));
        Assert.Equal(JsonSerializer.Deserialize<Person>(json), JsonSerializer.Deserialize<PoliceRecord>(json));
        Assert.Equal(JsonSerializer.Deserialize<ValueList<Person>>($"[{json}]")[0], JsonSerializer.Deserialize<List<PoliceRecord>>($"[{json}]")![0]);
    }
}

/// <summary>What a user of the SDK may write. A context of the source generator must name the elements of lists: it does not look into them.</summary>
public sealed record Case
{
    public Sex? Sex { get; init; }

    public Sex? Other { get; init; }

    public RecordId Id { get; init; }

    public RecordId? Maybe { get; init; }

    public ValueList<string> Texts { get; init; }

    public ValueList<RecordId> Ids { get; init; }

    public ValueList<PersonName> Parts { get; init; }

    public Person? Person { get; init; }

    public PoliceRecord? Any { get; init; }

    public RawJson Raw { get; init; }

    public PartialDateTime When { get; init; }

    public RecordedTime At { get; init; }

    public IDictionary<string, Sex>? BySex { get; init; }
}

[JsonSerializable(typeof(Case))]
[JsonSerializable(typeof(PoliceRecord))]
[JsonSerializable(typeof(RecordVersion))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(PersonName))]
internal sealed partial class CaseContext : JsonSerializerContext;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Case))]
[JsonSerializable(typeof(PoliceRecord))]
[JsonSerializable(typeof(RecordVersion))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(PersonName))]
internal sealed partial class WebCaseContext : JsonSerializerContext;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Strict, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Case))]
[JsonSerializable(typeof(PoliceRecord))]
[JsonSerializable(typeof(RecordVersion))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(PersonName))]
internal sealed partial class StrictCaseContext : JsonSerializerContext;
