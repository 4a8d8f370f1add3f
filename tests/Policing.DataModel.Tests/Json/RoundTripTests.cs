using System.Collections;
using System.Reflection;
using System.Text.Json;
using Policing.DataModel.Json;
using Policing.DataModel.Tests.Conventions;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Json;

/// <summary>Every record type, every member filled: the same bytes come back, whatever way they were handed over.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string> Types => [.. Reflected.Records.Select(t => t.Name)];

    private static readonly JsonSerializerOptions SmallBuffer = new() { DefaultBufferSize = 16 };

    private static PoliceRecord Record(string name) => Filled.Record(Reflected.Records.Single(t => t.Name == name));

    [Theory]
    [MemberData(nameof(Types))]
    public void BytesToRecordToBytes(string type)
    {
        byte[] written = PoliceJson.Write(Record(type));
        ReadResult read = PoliceJson.Read(written);
        Assert.DoesNotContain(read.Report.Findings, f => f.Severity != Severity.Information);
        Assert.Equal(JsonText.Text(written), JsonText.Write(read.Record!));
        Assert.Equal(Record(type), read.Record);
        Assert.Equal(Record(type).GetHashCode(), read.Record!.GetHashCode());
    }

    [Theory]
    [MemberData(nameof(Types))]
    public async Task TheSameFromAStreamOfSingleBytesAndFromSegments(string type)
    {
        PoliceRecord record = Record(type);
        byte[] written = PoliceJson.Write(record);
        foreach (int size in (int[])[1, 5, 64])
        {
            Assert.Equal(record, JsonText.FromSegments<PoliceRecord>(written, size));
            using TrickleStream trickle = new(written, size);
            Assert.Equal(record, await JsonSerializer.DeserializeAsync<PoliceRecord>(trickle, SmallBuffer, TestContext.Current.CancellationToken));
            using TrickleStream again = new(written, size);
            Assert.Equal(record, (await PoliceJson.ReadAsync(again, cancellationToken: TestContext.Current.CancellationToken)).Record);
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void EscapedNamesAndTextsReadTheSame(string type)
    {
        PoliceRecord record = Record(type);
        string escaped = JsonText.Escaped(JsonText.Write(record));
        Assert.DoesNotContain("names", escaped);
        Assert.Equal(record, PoliceJson.Read(JsonText.Utf8(escaped)).Record);
        Assert.Equal(record, JsonText.FromSegments<PoliceRecord>(JsonText.Utf8(escaped)));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void AnIndentedTextWithAByteOrderMarkReadsTheSame(string type)
    {
        PoliceRecord record = Record(type);
        byte[] indented = [0xEF, 0xBB, 0xBF, .. JsonText.Utf8(PoliceJson.ToIndentedString(record))];
        ReadResult read = PoliceJson.Read(indented);
        Assert.Equal(record, read.Record);
    }

    /// <summary>An unknown member is put into every object of the text, at every depth, by a writer that knows nothing of the model.</summary>
    [Theory]
    [MemberData(nameof(Types))]
    public void AnUnknownMemberAtEveryLevelComesBack(string type)
    {
        string text = WithStrangers(JsonElement.Parse(PoliceJson.Write(Record(type))));
        ReadResult read = PoliceJson.Read(JsonText.Utf8(text));
        Assert.NotNull(read.Record);
        Assert.True(JsonText.Same(text, JsonText.Write(read.Record)));
        Assert.Equal(read.Record, JsonText.FromSegments<PoliceRecord>(JsonText.Utf8(text)));
        Assert.True(JsonText.Same(text, JsonText.Write(ChangedAtEveryLevel(read.Record))));
    }

    private static string WithStrangers(JsonElement element, string path = "")
    {
        if (element.ValueKind == JsonValueKind.Array)
            return $"[{string.Join(',', element.EnumerateArray().Select((e, i) => WithStrangers(e, $"{path}/{i}")))}]";
        if (element.ValueKind != JsonValueKind.Object) return element.GetRawText();
        IEnumerable<string> members = element.EnumerateObject().Select(p => $"{JsonSerializer.Serialize(p.Name)}:{WithStrangers(p.Value, $"{path}/{p.Name}")}");
        // The keys of a map are data: a stranger there would be an entry.
        bool isMap = path.EndsWith("/absent", StringComparison.Ordinal) || path.EndsWith("/extensions", StringComparison.Ordinal);
        if (!isMap) members = members.Append("""
            "stranger":{"n":null,"x":[2.50,1e3]}
            """);
        return $"{{{string.Join(',', members)}}}";
    }

    // Every object is copied as 'with' copies it, and set to equal values.
    private static PoliceRecord ChangedAtEveryLevel(PoliceRecord record)
    {
        PropertyInfo id = record.GetType().GetProperty(nameof(PoliceRecord.Id))!;
        PoliceRecord copy = (PoliceRecord)Reflected.With(record, id, record.Id);
        return copy is Bundle bundle ? bundle with { Records = ValueList.From(bundle.Records.Select(ChangedAtEveryLevel)) } : copy;
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryMemberCountsForEqualityAndSurvivesWith(string type)
    {
        PoliceRecord record = Record(type);
        Assert.Equal(record, record with { });
        foreach (PropertyInfo property in Reflected.Settable(record.GetType()))
        {
            object? nothing = Reflected.Default(property.PropertyType);
            object without = Reflected.With(record, property, nothing);
            Assert.False(record.Equals(without), property.Name);
            Assert.False(without.Equals(record), property.Name);
            Assert.Equal(Filled.Value(property), property.GetValue(record));
            object again = Reflected.With(without, property, Filled.Value(property));
            Assert.Equal(record, again);
            Assert.Equal(record.GetHashCode(), again.GetHashCode());
            Assert.DoesNotContain($"\"{Reflected.WireName(property)}\"", TopNames((PoliceRecord)without));
        }
    }

    private static IEnumerable<string> TopNames(PoliceRecord record) =>
        JsonElement.Parse(PoliceJson.Write(record)).EnumerateObject().Select(p => $"\"{p.Name}\"");

    [Fact]
    public void EqualityIsOneForAllRecords()
    {
        PoliceRecord[] all = [.. Filled.Records()];
        PoliceRecord[] copies = [.. all.Select(r => PoliceJson.Read(PoliceJson.Write(r)).Record!)];
        for (int i = 0; i < all.Length; i++)
        {
            for (int j = 0; j < all.Length; j++)
            {
                Assert.Equal(i == j, all[i].Equals(copies[j]));
                Assert.Equal(i == j, copies[j] == all[i]);
            }
        }

        Assert.Equal(all.Length, all.Concat(copies).ToHashSet().Count);
    }

    [Fact]
    public void ACollectionCannotBeChangedThroughItsInterfaces()
    {
        Person person = (Person)Filled.Record(typeof(Person));
        Assert.IsNotType<PersonName[]>((IEnumerable)person.Names);
        Assert.False(((object)person.Names) is IList);
        Assert.False(((object)person.Names) is ICollection<PersonName>);
        PersonName[] given = [new() { Surname = "Ash" }];
        ValueList<PersonName> list = ValueList.Create<PersonName>(given);
        given[0] = new() { Surname = "Elm" };
        Assert.Equal("Ash", list[0].Surname);
    }
}
