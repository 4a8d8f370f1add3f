using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Tests.Conventions;
using Policing.DataModel.Tests.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Canary;

/// <summary>Nothing leaks: canaries in bad input are found in nothing that comes out but the record and the kept text.</summary>
public sealed class CanaryTests
{
    private const string Canary = "CANARY";

    public static TheoryData<int> Inputs => [.. Enumerable.Range(0, BadInput.All.Count())];

    private static byte[] Input(int index) => JsonText.Utf8(BadInput.All.ElementAt(index));

    private static void Silent(string? text) => Assert.DoesNotContain(Canary, text ?? "", StringComparison.Ordinal);

    private static void Silent(ValidationReport report)
    {
        Silent(report.ToString());
        foreach (Finding finding in report.Findings)
        {
            Silent(finding.ToString());
            Silent(finding.Pointer);
            Silent(JsonSerializer.Serialize(finding));
        }
    }

    private static void Silent(Exception? thrown)
    {
        if (thrown is null) return;
        Silent(thrown.ToString());
        for (Exception? each = thrown; each is not null; each = each.InnerException)
        {
            Silent(each.Message);
            foreach (DictionaryEntry entry in each.Data) Silent($"{entry.Key}{entry.Value}");
            foreach (PropertyInfo property in each.GetType().GetProperties().Where(p => p.PropertyType == typeof(string))) Silent((string?)property.GetValue(each));
        }
    }

    [Fact]
    public void ThereAreEnoughInputs() => Assert.True(BadInput.All.Count() >= 70);

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task ThroughTheFacade(int index)
    {
        byte[] text = Input(index);
        foreach (ReadMode mode in (ReadMode[])[ReadMode.Tolerant, ReadMode.Strict])
        {
            ReadOptions options = new() { Mode = mode };
            ReadResult read = PoliceJson.Read(text, options);
            Silent(read.Report);
            Silent(Record.Exception(() => read.As<Crime>()));
            Silent(ToStrings(read.Record));
            using TrickleStream stream = new(text, 100);
            read = await PoliceJson.ReadAsync(stream, options, TestContext.Current.CancellationToken);
            Silent(read.Report);
            using TrickleStream lines = new([.. text.Where(b => b != '\n'), (byte)'\n'], 100);
            await foreach (RecordLine line in new RecordLineReader(lines, options).ReadAsync(TestContext.Current.CancellationToken))
            {
                Silent(line.Result.Report);
                Silent(line.ToString());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task ThroughTheValidator(int index)
    {
        byte[] text = Input(index);
        PolicingValidator validator = new();
        ReadResult read = validator.Read(text);
        Silent(read.Report);
        using TrickleStream stream = new(text, 100);
        Silent(await validator.ValidateAsync(stream, TestContext.Current.CancellationToken));
        if (read.Record is not null) Silent(validator.Validate(read.Record));
        using TrickleStream lines = new([.. text.Where(b => b != '\n'), (byte)'\n'], 100);
        RecordSetCheck set = new();
        await foreach (RecordLine line in validator.ReadLinesAsync(lines, set, TestContext.Current.CancellationToken)) Silent(line.Result.Report);
        Silent(set.Complete());
    }

    /// <summary>A caller who reads our types with the platform's serializer, from bytes or from segments in memory.</summary>
    [Theory]
    [MemberData(nameof(Inputs))]
    public void ThroughTheSerializerFromBytes(int index)
    {
        byte[] text = Input(index);
        if (BadInput.BrokenAtTheStart.Contains(BadInput.All.ElementAt(index))) return;
        foreach (Type type in OurTypes)
        {
            Silent(Record.Exception(() => JsonSerializer.Deserialize(text, type)));
            Silent(Record.Exception(() => JsonSerializer.Deserialize(Encoding.UTF8.GetString(text), type)));
            Silent(Record.Exception(() => FromSegments(text, type)));
        }
    }

    private static readonly Type[] OurTypes =
    [
        typeof(PoliceRecord), typeof(UnknownRecord), typeof(Person), typeof(Bundle), typeof(PersonName), typeof(Agency), .. Reflected.TextValues, typeof(Sex), typeof(RawJson),
    ];

    /// <summary>Inside a list, and under a key of the caller's: the platform would add the key to our message as a path.</summary>
    [Theory]
    [MemberData(nameof(Inputs))]
    public void ThroughTheSerializerInsideOthers(int index)
    {
        string text = BadInput.All.ElementAt(index);
        if (BadInput.BrokenAtTheStart.Contains(text)) return;
        Silent(Record.Exception(() => JsonSerializer.Deserialize<ValueList<Person>>($"[{text}]")));
        Silent(Record.Exception(() => JsonSerializer.Deserialize<ValueList<PoliceRecord>>($"[{{\"type\":\"person\"}},{text}]")));
        if (index < BadInput.Broken.Count) return;
        Silent(Record.Exception(() => JsonSerializer.Deserialize<Dictionary<string, Person>>($"{{\"CANARY\":{text}}}")));
        Silent(Record.Exception(() => JsonSerializer.Deserialize<Dictionary<string, ValueList<Person>>>($"{{\"CANARY\":[{text}]}}")));
        Silent(Record.Exception(() => JsonSerializer.Deserialize<Dictionary<string, ValueList<Person>>>($"{{\"CANARY\":{text}}}")));
        Silent(Record.Exception(() => JsonSerializer.Deserialize<Dictionary<string, Sex>>($"{{\"CANARY\":{text}}}")));
        Silent(Record.Exception(() => JsonSerializer.Deserialize<Dictionary<string, RecordId>>($"{{\"CANARY\":{text}}}")));
    }

    private static object? FromSegments(byte[] text, Type type)
    {
        Utf8JsonReader reader = new(JsonText.Segments(text, 5));
        return JsonSerializer.Deserialize(ref reader, type);
    }

    /// <summary>Text that is JSON is read or refused by our converters also from a stream, and they quote nothing.</summary>
    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task ThroughTheSerializerFromAStreamOfJson(int index)
    {
        if (index < BadInput.Broken.Count) return;
        foreach (int buffer in (int[])[1, 16, 16_384])
        {
            JsonSerializerOptions options = new(JsonSerializerDefaults.Web) { DefaultBufferSize = buffer };
            foreach (Type type in OurTypes)
            {
                using TrickleStream stream = new(Input(index), 1 + (buffer / 2));
                Silent(await Record.ExceptionAsync(async () => await JsonSerializer.DeserializeAsync(stream, type, options, TestContext.Current.CancellationToken)));
            }
        }
    }

    /// <summary>
    /// The known limit: text that is no JSON from its first token on, or read by the platform from a stream or a reader of the caller's, is scanned ahead of our converters, and
    /// the platform quotes what follows a mistyped literal. So a host takes the body as bytes and calls <see cref="PoliceJson"/>: docs/wire-format.md, In a host.
    /// If this test fails, the platform has mended it, and the advice can go.
    /// </summary>
    [Fact]
    public async Task TheSerializerItselfQuotesFromAStreamWhichIsWhyAHostReadsBytes()
    {
        byte[] text = JsonText.Utf8(BadInput.Broken[0]);
        JsonSerializerOptions options = new() { DefaultBufferSize = 16 };
        using TrickleStream stream = new(text, 16);
        foreach (string start in BadInput.BrokenAtTheStart) Assert.Contains(Canary, Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<PoliceRecord>(start)).Message);
        JsonException thrown = await Assert.ThrowsAnyAsync<JsonException>(async () => await JsonSerializer.DeserializeAsync<PoliceRecord>(stream, options, TestContext.Current.CancellationToken));
        Assert.Contains("nil", thrown.Message);
        Assert.Contains(Canary, Assert.ThrowsAny<JsonException>(() => FromReader(text)).Message);

        // The advice, followed.
        using TrickleStream body = new(text, 16);
        Silent((await PoliceJson.ReadAsync(body, cancellationToken: TestContext.Current.CancellationToken)).Report);
    }

    private static PoliceRecord? FromReader(byte[] text)
    {
        Utf8JsonReader reader = new(text);
        return JsonSerializer.Deserialize<PoliceRecord>(ref reader);
    }

    [Fact]
    public void BytesThatAreNotUtf8()
    {
        Silent(PoliceJson.Read(BadInput.NotUtf8).Report);
        Silent(new PolicingValidator().Validate(BadInput.NotUtf8));
        Silent(Record.Exception(() => JsonSerializer.Deserialize<PoliceRecord>(BadInput.NotUtf8)));
        Silent(Record.Exception(() => RawJson.Parse(BadInput.NotUtf8)));
    }

    /// <summary>What anything in a record says of itself: nothing but the text of values, which are values and printed on purpose.</summary>
    private static string ToStrings(object? value)
    {
        if (value is null || value is string || value.GetType().IsPrimitive || value is decimal) return "";
        if (Reflected.TextValues.Contains(value.GetType())) return "";
        StringBuilder all = new(value.ToString());
        if (value is RawJson or UnknownMembers or CodedValue) return all.ToString();
        if (value is IEnumerable elements)
        {
            // Maps give pairs; their values are what can speak.
            foreach (object element in elements) all.Append(ToStrings(element.GetType().Name.StartsWith("KeyValuePair", StringComparison.Ordinal) ? element.GetType().GetProperty("Value")!.GetValue(element) : element));
            return all.ToString();
        }

        if (value is not PoliceRecord and not RecordPart) return all.ToString();
        foreach (PropertyInfo property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0)) all.Append(ToStrings(property.GetValue(value)));
        return all.ToString();
    }

    [Fact]
    public void ValuesOfOursDoNotSpeak()
    {
        foreach (PoliceRecord record in Filled.Records())
        {
            string said = ToStrings(record);
            Assert.DoesNotContain("O'Neil", said);
            Assert.DoesNotContain("as it was", said);
            Assert.DoesNotContain("example.org", said);
        }
    }
}
