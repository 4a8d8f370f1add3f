using System.Text.Json;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Tests.Conventions;

namespace Policing.DataModel.Tests.Json;

/// <summary>The collections, and what C# code may put into them: whatever was taken in can be written, and read again.</summary>
public sealed class CollectionTests
{
    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth));

    /// <summary>JSON that the platform reads and others may not, or differently.</summary>
    public static TheoryData<string> NotInteroperable =>
        ["\"CANARY\\ud800\"", """{"CANARY\udc00":1}""", """{"CANARY":1,"CANARY":2}""", """{"x":[{"CANARY":1,"CANARY":2}]}""", Nested(65)];

    [Theory]
    [MemberData(nameof(NotInteroperable))]
    public void JsonThatOthersCannotReadIsNotTakenIn(string json)
    {
        JsonElement element = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 100 }).RootElement;
        UnknownMembers members = UnknownMembers.Of("x", JsonElement.Parse("1"));
        Exception[] thrown =
        [
            Assert.Throws<FormatException>(() => RawJson.Parse(JsonText.Utf8(json))),
            Assert.Throws<ArgumentException>(() => RawJson.From(element)),
            Assert.Throws<ArgumentException>(() => UnknownMembers.Of("x", element)),
            Assert.Throws<ArgumentException>(() => members.With("x", element)),
        ];
        Assert.All(thrown, e => Assert.DoesNotContain("CANARY", e.ToString()));
        Assert.All(thrown, e => Assert.Null(e.InnerException));
    }

    [Theory]
    [InlineData("CANARY nil")]
    [InlineData("""{"CANARY":tru}""")]
    [InlineData("")]
    [InlineData("1 2")]
    public void TextThatIsNotJsonIsQuotedNowhere(string json) =>
        Assert.DoesNotContain("CANARY", Assert.Throws<FormatException>(() => RawJson.Parse(JsonText.Utf8(json))).ToString());

    [Fact]
    public void BytesThatAreNotUtf8AreNotTakenIn() =>
        Assert.Throws<FormatException>(() => RawJson.Parse([(byte)'"', 0xFF, (byte)'"']));

    [Fact]
    public void NothingIsNoValue()
    {
        Assert.Throws<ArgumentException>(() => RawJson.From(default));
        Assert.Throws<ArgumentException>(() => UnknownMembers.Of("x", default));
        Assert.Throws<ArgumentException>(() => UnknownMembers.Of("", JsonElement.Parse("1")));
        Assert.True(default(RawJson).IsAbsent);
        Assert.Equal(default, default(RawJson));
        Assert.NotEqual(default, RawJson.Parse("null"u8));
        Assert.Equal(0, default(RawJson).GetHashCode());
    }

    [Fact]
    public void RawJsonIsEqualAsJsonIs()
    {
        string[][] same = [["1", "1.0", "1e0", "10E-1"], ["\"a\"", "\"\\u0061\""], ["""{"a":1,"b":2}""", """{"b":2,"a":1.0}"""], ["[1,2]", " [ 1 , 2 ] "], ["null"], ["true"], ["false"], ["[2,1]"], ["{}"], ["[]"]];
        RawJson[][] values = [.. same.Select(g => g.Select(t => RawJson.Parse(JsonText.Utf8(t))).ToArray())];
        for (int i = 0; i < values.Length; i++)
        {
            foreach (RawJson a in values[i])
            {
                Assert.All(values[i], b => Assert.True(a == b && a.GetHashCode() == b.GetHashCode()));
                Assert.All(values.Where((_, j) => j != i).SelectMany(v => v), b => Assert.True(a != b));
            }
        }
    }

    [Fact]
    public void RawJsonKeepsWhatWasWritten()
    {
        foreach (string text in (string[])["2.50", "1e3", "-0", "12345678901234567890123456789", "null", "\"é😀\"", """{"a":null,"b":[],"c":{}}"""])
        {
            RawJson value = RawJson.Parse(JsonText.Utf8(text));
            Assert.True(JsonText.Same(text, JsonSerializer.Serialize(value)));
            Assert.Equal(value, JsonText.FromSegments<RawJson>(JsonText.Utf8(text)));
            Person person = new() { Id = RecordId.New(), Extensions = default(ValueMap<Extension>).With("https://example.org/x", new Extension { Data = value }) };
            if (text != "null") Assert.Contains($"\"data\":{text}", JsonText.Write(person).Replace("\\uD83D\\uDE00", "😀"));
        }
    }

    [Fact]
    public void AListHasNoNull()
    {
        Assert.Throws<ArgumentNullException>(() => ValueList.Create<string>([null!]));
        Assert.Throws<ArgumentNullException>(() => ValueList.From<string>([null!]));
        Assert.Throws<ArgumentNullException>(() => ValueList.From<string>(null!));
        Assert.Throws<ArgumentNullException>(() => default(ValueList<string>).Add(null!));
        Assert.Throws<ArgumentNullException>(() => default(ValueMap<string>).With("x", null!));
        Assert.Throws<ArgumentNullException>(() => default(ValueMap<string>).With(null!, "x"));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ValueList<string>>("[null]"));
    }

    [Fact]
    public void ListsCompareByContentInOrder()
    {
        ValueList<string> list = ["a", "b"];
        Assert.True(list == default(ValueList<string>).Add("a").Add("b"));
        Assert.Equal(list.GetHashCode(), ValueList.From(["a", "b"]).GetHashCode());
        Assert.True(list != (ValueList<string>)["b", "a"] && list != default && list != (ValueList<string>)["a"]);
        Assert.Equal(default, (ValueList<string>)[]);
        Assert.True(((ValueList<string>)[]).IsEmpty);
        Assert.Equal(("a", "b", null), (list.First, list[1], default(ValueList<string>).First));
        Assert.Equal((ValueList<string>)["a", "b", "c"], [.. list, "c"]);
        Assert.Throws<ArgumentOutOfRangeException>(() => list[2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => list[-1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => default(ValueList<string>)[0]);
        for (int count = 0; count < 20; count++)
        {
            string json = $"[{string.Join(',', Enumerable.Range(0, count))}]";
            Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<ValueList<int>>(json)));
        }
    }

    [Fact]
    public void MapsCompareByContentWhateverTheOrder()
    {
        ValueMap<int> map = default(ValueMap<int>).With("a", 1).With("b", 2);
        ValueMap<int> other = default(ValueMap<int>).With("b", 2).With("a", 1);
        Assert.True(map == other && map.GetHashCode() == other.GetHashCode());
        Assert.True(map != other.With("a", 2) && map != other.With("c", 3) && map != default && map.With("a", 2).Count == 2);
        Assert.Equal(["a", "b"], map.Select(e => e.Key));
        Assert.False(map.TryGetValue("A", out _));
    }

    [Fact]
    public void UnknownMembersCompareAsJsonWhateverTheOrder()
    {
        UnknownMembers one = UnknownMembers.Of("a", JsonElement.Parse("1")).With("b", JsonElement.Parse("[1.0]"));
        UnknownMembers other = UnknownMembers.Of("b", JsonElement.Parse("[1]")).With("a", JsonElement.Parse("1e0"));
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, one.With("a", JsonElement.Parse("2")));
        Assert.NotEqual(one, UnknownMembers.Of("a", JsonElement.Parse("1")));
        Assert.False(one.Equals(null));
        Assert.Equal(2, one.With("a", JsonElement.Parse("2")).Count);
        Assert.Equal(1, one.AsSpan()[0].Value.GetInt32());
    }

    [Fact]
    public void WhatIsKeptOutlivesTheDocumentItCameFrom()
    {
        RawJson raw;
        UnknownMembers members;
        using (JsonDocument document = JsonDocument.Parse("""{"a":[1]}"""))
        {
            raw = RawJson.From(document.RootElement);
            members = UnknownMembers.Of("x", document.RootElement);
        }

        Assert.Equal(1, raw.Element.GetProperty("a")[0].GetInt32());
        Assert.Equal(1, members.AsSpan()[0].Value.GetProperty("a")[0].GetInt32());
    }

    /// <summary>What C# code adds under a name of the model is written only while the property has no value: no name stands twice.</summary>
    [Fact]
    public void AnAddedMemberNeverDoublesOneOfTheModel()
    {
        JsonElement one = JsonElement.Parse("1");
        foreach (PoliceRecord record in Filled.Records())
        {
            UnknownMembers members = UnknownMembers.Of("stranger", one);
            foreach (System.Reflection.PropertyInfo property in Reflected.Members(record.GetType()))
                members = members.With(Reflected.WireName(property), one);
            string[] names = [.. JsonElement.Parse(PoliceJson.Write(record with { Unknown = members })).EnumerateObject().Select(p => p.Name)];
            Assert.Equal(names.Distinct(), names);
            Assert.Contains("stranger", names);
        }
    }

    [Fact]
    public void HalvesOfSurrogatePairsInTextOfOursAreWrittenAsReplacements()
    {
        Person person = new() { Id = RecordId.New(), Names = [new PersonName { Full = "a\ud800b" }], Sex = Sex.Of("\udc00") };
        ReadResult read = PoliceJson.Read(PoliceJson.Write(person));
        Assert.Equal("a\ufffdb", read.As<Person>().Names[0].Full);
        Assert.Equal("\ufffd", read.As<Person>().Sex!.Code);
    }
}
