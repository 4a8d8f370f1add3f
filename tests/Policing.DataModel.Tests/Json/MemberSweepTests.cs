using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Tests.Conventions;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Json;

/// <summary>Every member of every record and part, given a value of its kind that is not well formed or not known: found at its place, kept, written back.</summary>
public sealed class MemberSweepTests
{
    private const string Odd = "CANARY ~ \\u00e9 \\ud83d\\ude00";

    private static readonly PolicingValidator Validator = new(new() { Schema = SchemaChoice.Open, Ceiling = null });

    public static TheoryData<string> Owners => [.. Reflected.RecordsAndParts.Select(t => t.Name)];

    private static IEnumerable<(MemberPlace Place, Type Element, Type? Around)> Places(string owner) =>
        MemberPlace.All.Where(p => p.Owner.Name == owner).Select(p => (p, Reflected.Unwrap(p.Property.PropertyType).Element, Reflected.Unwrap(p.Property.PropertyType).Around));

    [Theory]
    [MemberData(nameof(Owners))]
    public void AMalformedValueIsFoundAtItsPlaceAndKept(string owner)
    {
        foreach ((MemberPlace place, Type element, Type? around) in Places(owner))
            if (Reflected.TextValues.Contains(element)) IsFound(place, around, FindingRules.Malformed);
    }

    [Theory]
    [MemberData(nameof(Owners))]
    public void AnUnknownCodeIsFoundAtItsPlaceAndKept(string owner)
    {
        foreach ((MemberPlace place, Type element, Type? around) in Places(owner))
            if (element.IsSubclassOf(typeof(CodedValue))) IsFound(place, around, FindingRules.UnknownCode);
    }

    private static void IsFound(MemberPlace place, Type? around, FindingRule rule)
    {
        (string value, string step) = around == typeof(ValueList<>) ? ($"[\"{Odd}\",\"{Odd} 2\"]", "/1")
            : around == typeof(ValueMap<>) ? ($$"""{"CANARY":"{{Odd}}"}""", "/~[0]") : ($"\"{Odd}\"", "");
        string json = place.Document(value);
        ReadResult read = Validator.Read(JsonText.Utf8(json));
        Assert.True(read.IsReadable, json);
        Assert.Contains(read.Report.Findings, f => f.Rule == rule && f.Pointer == place.Pointer + step);
        Assert.DoesNotContain(read.Report.Findings, f => f.Rule == FindingRules.WrongKind || f.Rule == FindingRules.UnknownMember);
        IsKept(json, read);
    }

    [Theory]
    [MemberData(nameof(Owners))]
    public void AnUnknownMemberIsFoundAtItsPlaceAndKept(string owner)
    {
        MemberPlace place = Places(owner).First().Place;
        string json = place.Document("null").Replace($"\"{place.WireName}\":null", "\"CANARY\":{\"n\":null,\"x\":[2.50,1e3]}", StringComparison.Ordinal);
        ReadResult read = Validator.Read(JsonText.Utf8(json));
        Finding found = Assert.Single(read.Report.Findings, f => f.Rule == FindingRules.UnknownMember);
        Assert.Matches("^" + System.Text.RegularExpressions.Regex.Escape(place.Parent) + @"/~\[[0-9]+\]\z", found.Pointer);
        IsKept(json, read);
    }

    private static void IsKept(string json, ReadResult read)
    {
        Assert.True(JsonText.Same(json, JsonText.Write(read.Record!)), json);
        Assert.Equal(read.Record, PoliceJson.Read(PoliceJson.Write(read.Record!)).Record);
        Assert.DoesNotContain("CANARY", $"{string.Join('\n', read.Report.Findings)} {read.Report} {read.Record}");
    }

    /// <summary>The sweep reaches what it is about.</summary>
    [Fact]
    public void EveryValueTypeAndCodeListIsMet()
    {
        HashSet<Type> met = [.. MemberPlace.All.Select(p => Reflected.Unwrap(p.Property.PropertyType).Element)];
        Type[] own = [typeof(Vrm), typeof(Vin), typeof(Imei), typeof(Imsi), typeof(Iccid), typeof(TelephoneNumber), typeof(PassportNumber), typeof(DriverNumber), typeof(Postcode), typeof(Uprn), typeof(Usrn), typeof(NationalGrid), typeof(ExhibitReference), typeof(CollarNumber)];
        Assert.Empty(own.Except(met));
    }
}
