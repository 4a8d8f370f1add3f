using System.Text.Json;
using Policing.DataModel.Json;
using Policing.DataModel.Tests.Conventions;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Json;

/// <summary>Every member of every record and part, given what it cannot take: kept, written back, found once, gone when mended.</summary>
public sealed class WrongKindTests
{
    public static TheoryData<string> Owners => [.. Reflected.RecordsAndParts.Select(t => t.Name)];

    private static IEnumerable<MemberPlace> Places(string owner) => MemberPlace.All.Where(p => p.Owner.Name == owner);

    [Fact]
    public void EveryMemberIsReached() =>
        Assert.Equal(Reflected.RecordsAndParts.Sum(t => Reflected.Settable(t).Count), MemberPlace.All.Count);

    [Theory]
    [MemberData(nameof(Owners))]
    public void IsKeptWrittenBackAndFoundOnce(string owner)
    {
        foreach (MemberPlace place in Places(owner))
        {
            foreach ((string value, string culprit) in place.WrongKinds())
            {
                string json = place.Document(value);
                ReadResult read = PoliceJson.Read(JsonText.Utf8(json));
                Assert.True(read.IsReadable, json);
                Finding found = Assert.Single(read.Report.Findings, f => f.Severity != Severity.Information && f.Rule != FindingRules.Missing);
                Assert.Equal((FindingRules.WrongKind, place.Pointer + culprit, json), (found.Rule, found.Pointer, json));
                Assert.True(JsonText.Same(json, JsonText.Write(read.Record!)), json);
                Assert.Equal(read.Record, PoliceJson.Read(PoliceJson.Write(read.Record!)).Record);
                Assert.Equal(read.Record, JsonText.FromSegments<PoliceRecord>(JsonText.Utf8(json)));
                Assert.DoesNotContain("CANARY", $"{found} {read.Report} {read.Record}");
            }
        }
    }

    /// <summary>By the converter of the record or part itself: what was kept goes when the property gets a value.</summary>
    [Theory]
    [MemberData(nameof(Owners))]
    public void IsGoneOnceTheMemberIsSet(string owner)
    {
        foreach (MemberPlace place in Places(owner))
        {
            foreach ((string value, _) in place.WrongKinds())
            {
                string type = place.Owner.IsSubclassOf(typeof(PoliceRecord)) ? $"\"type\":\"{Reflected.WireType(place.Owner)}\"," : "";
                object read = JsonSerializer.Deserialize($$"""{{{type}}"{{place.WireName}}":{{value}},"stranger":1}""", place.Owner)!;
                Assert.Equal(Reflected.Default(place.Property.PropertyType), place.Property.GetValue(read));
                object good = Filled.Value(place.Property);
                JsonElement written = JsonSerializer.SerializeToElement(Reflected.With(read, place.Property, good), place.Owner);
                Assert.Single(written.EnumerateObject(), p => p.NameEquals(place.WireName));
                Assert.Equal(1, written.GetProperty("stranger").GetInt32());
                object again = written.Deserialize(place.Owner)!;
                Assert.Equal(good, place.Property.GetValue(again));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Owners))]
    public void NullAndEmptyAreAbsentAndNotWrittenBack(string owner)
    {
        foreach (MemberPlace place in Places(owner))
        {
            Type? around = Reflected.Unwrap(place.Property.PropertyType).Around;
            string[] nothings = around is null ? ["null"] : around == typeof(ValueList<>) ? ["null", "[]", " [ ] "] : ["null", "{}"];
            foreach (string nothing in nothings)
            {
                string json = place.Document(nothing);
                ReadResult read = PoliceJson.Read(JsonText.Utf8(json));
                Finding found = Assert.Single(read.Report.Findings, f => f.Rule != FindingRules.Missing);
                Assert.Equal((FindingRules.NullOrEmpty, place.Pointer), (found.Rule, found.Pointer));
                Assert.DoesNotContain($"\"{place.WireName}\":{nothing}", JsonText.Write(read.Record!));
                Assert.Equal(Reflected.IsRequiredOnTheWire(place.Property) && nothing == "null", read.Report.Findings.Any(f => f.Rule == FindingRules.Missing && f.Pointer == place.Pointer));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Owners))]
    public void ANameTwiceIsRefusedAlsoEscapedAlsoAsNull(string owner)
    {
        foreach (MemberPlace place in Places(owner))
        {
            string name = place.WireName;
            string escaped = $"\\u{(int)name[0]:x4}{name[1..]}";
            foreach (string second in (string[])[$"null,\"{name}\":null", $"null,\"{escaped}\":7", $"7,\"{name}\":8", $"7,\"{escaped}\":null", $"8,\"x\":1,\"{name}\":[]"])
            {
                string json = place.Document(second);
                ReadResult read = PoliceJson.Read(JsonText.Utf8(json));
                Assert.False(read.IsReadable, json);
                Finding found = Assert.Single(read.Report.Findings);
                Assert.Equal((FindingRules.DuplicateName, place.Pointer), (found.Rule, found.Pointer));
                Assert.Equal(json, JsonText.Text(read.Unread.Span));
                Assert.Throws<JsonException>(() => JsonText.FromSegments<PoliceRecord>(JsonText.Utf8(json)));
            }
        }
    }

    [Fact]
    public void AMissingRequiredMemberIsFoundAtItsPlace()
    {
        foreach (Type type in Reflected.Records)
        {
            ReadResult read = PoliceJson.Read(JsonText.Utf8($$"""{"type":"{{Reflected.WireType(type)}}"}"""));
            IEnumerable<string> required = Reflected.Settable(type).Where(Reflected.IsRequiredOnTheWire).Select(p => "/" + Reflected.WireName(p));
            Assert.Equal(required.Order(StringComparer.Ordinal), read.Report.Findings.Select(f => f.Pointer).Order(StringComparer.Ordinal));
            Assert.All(read.Report.Findings, f => Assert.Same(FindingRules.Missing, f.Rule));
        }
    }
}
