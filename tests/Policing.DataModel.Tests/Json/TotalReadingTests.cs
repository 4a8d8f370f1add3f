using System.Buffers;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Policing.DataModel.Json;
using Policing.DataModel.Tests.Conventions;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Json;

/// <summary>Reading is total: whatever is done to a text, it never throws, and what is read comes back.</summary>
public sealed class TotalReadingTests
{
    private const int Tests = 1_000;

    /// <summary>One of each record, every member filled and half of them, a bundle of small ones, and the corpus of rules.</summary>
    private static readonly byte[][] Texts =
    [
        .. Filled.Records().Where(r => r is not Bundle).Select(PoliceJson.Write),
        .. Filled.Records().Select(Sparse).Select(PoliceJson.Write),
        JsonText.Utf8("""{"type":"bundle","records":[{"type":"person","names":[{"surname":"Ash"}]},{"type":"ufo","x":[1,null]},{"x":1},{"type":"crime","summary":"x"}],"absent":{"/x":"unknown"}}"""),
    ];

    private static readonly byte[][] Insertions =
    [
        .. ((string[])["\"", "{", "}", "[", "]", ",", ":", "null", "nil", "tru", "true", "7", "-0", "1e400", "2.50", "\\", "\\u", "\\ud800", "\"\\ud83d\\ude00\"", "\n", " ", "\0", "/*x*/", "\uFEFF",
            "\"type\":\"ufo\",", "\"type\":7,", "\"id\":null,", "\"names\":[],", "\"x\":{\"x\":{\"x\":[]}},", "{}", "[]", "\"\"", "\"code\":\"1\",", "é", "😀"]).Select(JsonText.Utf8),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80],
    ];

    private static PoliceRecord Sparse(PoliceRecord record)
    {
        object sparse = record;
        int n = 0;
        foreach (System.Reflection.PropertyInfo property in Reflected.Settable(record.GetType()))
            if (n++ % 2 == 0 || property.Name == "Records") sparse = Reflected.With(sparse, property, Reflected.Default(property.PropertyType));
        return (PoliceRecord)sparse;
    }

    private static Gen<byte[]> OneChange(byte[] text) =>
        from at in Gen.Choose(0, text.Length)
        from length in Gen.Choose(0, 12)
        from how in Gen.Choose(0, 5)
        from flip in Gen.Choose(1, 255)
        from insertion in Gen.Elements<byte[]>(Insertions)
        from other in Gen.Choose(0, text.Length)
        select how switch
        {
            0 when at < text.Length => [.. text[..at], (byte)(text[at] ^ flip), .. text[(at + 1)..]],
            1 => text[..at],
            2 => [.. text[..at], .. text[Math.Min(text.Length, at + length)..]],
            3 => [.. text[..at], .. text[Math.Min(at, other)..]],
            4 => [.. text[..at], .. insertion, .. text[Math.Min(text.Length, at + length)..]],
            _ => (byte[])[.. text[..at], .. insertion, .. text[at..]],
        };

    private static Gen<byte[]> Damaged() =>
        from text in Gen.Elements<byte[]>(Texts)
        from changes in Gen.Choose(1, 3)
        from once in OneChange(text)
        from twice in changes > 1 ? OneChange(once) : Gen.Constant(once)
        from thrice in changes > 2 ? OneChange(twice) : Gen.Constant(twice)
        select thrice;

    /// <summary>Values exchanged for values of another kind: the text stays JSON, so that most of it must be read.</summary>
    private static Gen<byte[]> Exchanged() =>
        from text in Gen.Elements<byte[]>(Texts)
        from seed in Gen.Choose(0, int.MaxValue)
        select Exchange(text, new Random(seed));

    private static byte[] Exchange(byte[] text, Random random)
    {
        ArrayBufferWriter<byte> output = new();
        using (Utf8JsonWriter writer = new(output)) Exchange(JsonElement.Parse(text), writer, random, isTop: true);
        return output.WrittenSpan.ToArray();
    }

    private static void Exchange(JsonElement value, Utf8JsonWriter writer, Random random, bool isTop)
    {
        string[] others = ["null", "7", "-1.50", "true", "\"x\"", "\"\"", "[]", "{}", "[null]", "[[1]]", """{"code":"x"}""", """{"a":{"type":"person"}}""", """{"type":"crime"}"""];
        if (!isTop && random.Next(25) == 0)
        {
            writer.WriteRawValue(others[random.Next(others.Length)]);
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (JsonElement item in value.EnumerateArray()) Exchange(item, writer, random, isTop: false);
            if (random.Next(40) == 0) writer.WriteRawValue(others[random.Next(others.Length)]);
            writer.WriteEndArray();
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (JsonProperty member in value.EnumerateObject())
            {
                if (random.Next(30) == 0) continue;
                writer.WritePropertyName(random.Next(40) == 0 && member.Name != "type" ? member.Name + "x" : member.Name);
                if (member.Name == "type") member.Value.WriteTo(writer);
                else Exchange(member.Value, writer, random, isTop: false);
            }

            writer.WriteEndObject();
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    private static void Check(Gen<byte[]> texts, Action<byte[]> check) =>
        Prop.ForAll(Arb.From(texts), check).Check(Config.QuickThrowOnFailure.WithMaxTest(Tests));

    [Fact]
    public void OfDamagedTexts() => Check(Damaged(), IsTotal);

    [Fact]
    public void OfTextsWithOtherValues() => Check(Exchanged(), IsTotal);

    private static void IsTotal(byte[] text)
    {
        ReadResult read = PoliceJson.Read(text);
        ValidationReport report = new PolicingValidator(new() { Ceiling = null }).Validate(text);
        if (read.Record is not { } record)
        {
            Assert.True(text.AsSpan().SequenceEqual(read.Unread.Span));
            Finding only = Assert.Single(read.Report.Findings);
            Assert.Contains(only.Rule, (FindingRule[])[FindingRules.NotJson, FindingRules.DuplicateName, FindingRules.NotUnicode, FindingRules.NotAnObject, FindingRules.NoType, FindingRules.OverLimit]);
            Assert.Equal([only], report.Findings);
            AgreesWithThePlatform(text, only.Rule);
            return;
        }

        Assert.True(read.Unread.IsEmpty);
        byte[] written = PoliceJson.Write(record);
        Assert.True(JsonText.SameNormalised(text, written), $"{JsonText.Text(text)}\n{JsonText.Text(written)}");
        ReadResult again = PoliceJson.Read(written);
        Assert.Equal(record, again.Record);
        Assert.Equal(record.GetHashCode(), again.Record!.GetHashCode());
        Assert.Equal(written, PoliceJson.Write(again.Record));
        Assert.All(report.Findings, f => Assert.True(f.Line > 0 && f.Column > 0, f.ToString()));
        Assert.Equal(record, JsonText.FromSegments<PoliceRecord>(text.AsSpan().StartsWith("\uFEFF"u8) ? text[3..] : text));
    }

    // Whatever was called unreadable for its syntax, the platform cannot read either.
    private static void AgreesWithThePlatform(byte[] text, FindingRule rule)
    {
        if (rule != FindingRules.NotJson && rule != FindingRules.DuplicateName) return;
        ReadOnlySpan<byte> json = text.AsSpan().StartsWith("\uFEFF"u8) ? text.AsSpan(3) : text;
        JsonException? refused = null;
        try
        {
            JsonElement.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException trouble)
        {
            refused = trouble;
        }

        Assert.NotNull(refused);
    }

    /// <summary>Every prefix of a text, and the text with each byte missing.</summary>
    [Fact]
    public void OfEveryTruncation()
    {
        byte[] text = PoliceJson.Write(Sparse(Filled.Record(typeof(Link))));
        for (int i = 0; i < text.Length; i++)
        {
            Assert.False(PoliceJson.Read(text.AsSpan(0, i)).IsReadable);
            IsTotal([.. text[..i], .. text[(i + 1)..]]);
        }
    }

    /// <summary>A rounded longitude may come out as -0.0: it is a number like any other, and its sign says nothing.</summary>
    [Fact]
    public void OfZeroTheSignAloneIsLost()
    {
        Location location = PoliceJson.Read("""{"type":"location","point":{"latitude":-0.00,"longitude":-0}}"""u8).As<Location>();
        Assert.Contains("""{"latitude":0.00,"longitude":0}""", JsonText.Write(location));
    }

    [Fact]
    public void OfNumbers()
    {
        string[] numbers =
        [
            "0", "0.0", "1", "-1", "51.5", "51.50", "-0.1234567890123456789012345", "79228162514264337593543950335", "7922816251426433759354395033.5", "0.0000000000000000000000000001",
            "123456789012345678901234567", "1e0", "1E+2", "1e-400", "1e400", "99999999999999999999999999999999999",
        ];
        foreach (string number in numbers)
        {
            string json = $$"""{"type":"location","point":{"latitude":{{number}} },"version":{"number":{{number}} } }""";
            Location location = PoliceJson.Read(JsonText.Utf8(json)).As<Location>();
            Assert.Contains($"\"latitude\":{number}}}", JsonText.Write(location));
            Assert.Contains($"\"number\":{number}}}", JsonText.Write(location));
            Assert.Equal(location, PoliceJson.Read(PoliceJson.Write(location)).Record);
        }
    }
}
