using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml.Linq;
using Microsoft.Extensions.Compliance.Classification;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Tests.Json;

namespace Policing.DataModel.Tests.Conventions;

/// <summary>What every record and part is held to, so that a new one cannot forget it.</summary>
public sealed class RecordConventionTests
{
    private static readonly Type[] Bases = [typeof(PoliceRecord), typeof(RecordPart)];

    public static TheoryData<string> Types => [.. Reflected.RecordsAndParts.Select(t => t.Name)];

    private static Type Type(string name) => Reflected.RecordsAndParts.Single(t => t.Name == name);

    [Fact]
    public void ThereAreRecordsAndParts()
    {
        Assert.True(Reflected.Records.Count >= 20);
        Assert.True(Reflected.Parts.Count >= 61);
        Assert.True(Reflected.TextValues.Count >= 27);
    }

    [Fact]
    public void EveryValueTypePassesTheBattery()
    {
        IEnumerable<Type> tested = GetType().Assembly.GetTypes()
            .Where(t => t.BaseType is { IsGenericType: true } b && b.GetGenericTypeDefinition() == typeof(Values.TextValueBattery<>))
            .Select(t => t.BaseType!.GetGenericArguments()[0]);
        Assert.Equal(Reflected.TextValues.Select(t => t.Name), tested.Select(t => t.Name).Order(StringComparer.Ordinal));
    }

    /// <summary>A reader gives every member its default, so an initialiser would be lost in reading: a type alone reads as nothing set.</summary>
    [Theory]
    [MemberData(nameof(Types))]
    public void NothingIsInitialised(string name)
    {
        Type type = Type(name);
        object read = type.IsSubclassOf(typeof(PoliceRecord))
            ? PoliceJson.Read(JsonText.Utf8($$"""{"type":"{{Reflected.WireType(type)}}"}""")).Record!
            : JsonSerializer.Deserialize("{}", type)!;
        Assert.IsType(type, read);
        foreach (PropertyInfo property in Reflected.Settable(type).Append(type.GetProperty("Unknown")!))
            Assert.Equal(Reflected.Default(property.PropertyType), property.GetValue(read));
        if (type.IsSubclassOf(typeof(RecordPart))) Assert.Equal(Activator.CreateInstance(type), read);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void TheWireHasTheMembersInTheirOrderTheEnvelopeFirst(string name)
    {
        Type type = Type(name);
        string json = JsonSerializer.Serialize(Filled.Of(type), type);
        Assert.Equal(Reflected.Members(type).Select(Reflected.WireName), JsonElement.Parse(json).EnumerateObject().Select(p => p.Name));
        if (type.IsSubclassOf(typeof(PoliceRecord))) Assert.StartsWith("{\"id\":\"urn:uuid:", json);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void IsSealedNamesItsConverterAndLeavesToStringToItsBase(string name)
    {
        Type type = Type(name);
        Assert.True(type.IsSealed && type.IsPublic);
        Assert.Contains(type.BaseType, Bases);
        Assert.Equal($"{name}Converter", type.GetCustomAttribute<JsonConverterAttribute>(inherit: false)?.ConverterType?.Name);
        Assert.Null(type.GetMethod("ToString", BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly, []));
        Assert.DoesNotContain("CANARY", Filled.Of(type).ToString());
        Assert.True(type.BaseType!.GetMethod("ToString", [])!.IsFinal);
    }

    [Fact]
    public void ValuesAndBasesNameTheirConverterToo()
    {
        foreach (Type type in (Type[])[.. Reflected.TextValues, .. Reflected.Codes, typeof(RawJson), typeof(ValueList<>), typeof(PoliceRecord), typeof(UnknownRecord)])
            Assert.True(type.IsDefined(typeof(JsonConverterAttribute), inherit: false), type.Name);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void MembersAreInitOnlyAndOfKindsThatCannotChange(string name)
    {
        Type type = Type(name);
        Assert.Empty(type.GetFields(BindingFlags.Public | BindingFlags.Instance));
        foreach (PropertyInfo property in Reflected.Members(type))
        {
            MethodInfo? set = property.SetMethod;
            if (property.Name == "Type" && property.DeclaringType == typeof(PoliceRecord)) Assert.Null(set);
            else Assert.Contains(typeof(IsExternalInit), set!.ReturnParameter.GetRequiredCustomModifiers());
            Assert.True(IsAllowed(property.PropertyType), $"{name}.{property.Name}");
        }
    }

    private static bool IsAllowed(Type type)
    {
        (Type element, Type? around) = Reflected.Unwrap(type);
        if (around is not null && around != typeof(ValueList<>) && around != typeof(ValueMap<>)) return false;
        return element == typeof(string) || element == typeof(bool) || element == typeof(int) || element == typeof(decimal) || element == typeof(RawJson) || element == typeof(PoliceRecord)
            || Reflected.TextValues.Contains(element) || element.IsSubclassOf(typeof(CodedValue)) || element.IsSubclassOf(typeof(RecordPart));
    }

    [Fact]
    public void NoPropertyOfThePackageIsALooseDateOrAnEnumOfARecord()
    {
        foreach (PropertyInfo property in Reflected.RecordsAndParts.SelectMany(Reflected.Members))
        {
            Type element = Reflected.Unwrap(property.PropertyType).Element;
            Assert.False(element.IsEnum || element.IsArray || element == typeof(DateTime) || element == typeof(DateTimeOffset) || element == typeof(DateOnly), property.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryMemberHasExactlyOneDataClass(string name)
    {
        foreach (PropertyInfo property in Reflected.Members(Type(name)).Append(Type(name).GetProperty("Unknown")!))
            Assert.Single(property.GetCustomAttributes<DataClassificationAttribute>());
    }

    private static readonly Lazy<Dictionary<string, string>> Summaries = new(() =>
        XDocument.Load(Path.ChangeExtension(typeof(PoliceRecord).Assembly.Location, ".xml")).Descendants("member")
            .Where(m => m.Element("summary") is not null)
            .ToDictionary(m => m.Attribute("name")!.Value, m => m.Element("summary")!.Value.Trim(), StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryMemberIsDocumented(string name)
    {
        Type type = Type(name);
        Assert.NotEmpty(Summaries.Value[$"T:{type.FullName}"]);
        Assert.All(Reflected.Members(type), p => Assert.NotEmpty(Summaries.Value[$"P:{p.DeclaringType!.FullName}.{p.Name}"]));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryMemberStandsInTheDictionary(string name)
    {
        Type type = Type(name);
        bool isRecord = type.IsSubclassOf(typeof(PoliceRecord));
        string page = isRecord ? Reflected.WireType(type) : "part-" + JsonNamingPolicy.KebabCaseLower.ConvertName(name);
        IEnumerable<PropertyInfo> own = Reflected.Members(type).Where(p => p.DeclaringType == type);
        Assert.Equal(own.Select(Row), DictionaryRows(page));
        if (isRecord) Assert.Equal(Reflected.Members(type).Where(p => p.DeclaringType != type).Select(Row), DictionaryRows("envelope"));
    }

    private static (string Name, string Cardinality) Row(PropertyInfo property)
    {
        string least = Reflected.IsRequiredOnTheWire(property) ? "1" : "0";
        bool isMany = Reflected.Unwrap(property.PropertyType).Around is not null;
        return (Reflected.WireName(property), isMany ? least + "..*" : least == "1" ? "1" : "0..1");
    }

    private static IEnumerable<(string Name, string Cardinality)> DictionaryRows(string page) =>
        File.ReadLines(Path.Combine(Reflected.Root(), "docs", "data-dictionary", page + ".md"))
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(2)
            .Select(l => l.Split(" | ")).Select(c => (c[0][2..], c[2]));

    [Fact]
    public void TheDictionaryHasNoPageOfWhatIsNoMore()
    {
        IEnumerable<string> expected = Reflected.Records.Select(Reflected.WireType)
            .Concat(Reflected.Parts.Select(t => "part-" + JsonNamingPolicy.KebabCaseLower.ConvertName(t.Name))).Append("envelope").Append("README");
        IEnumerable<string?> pages = Directory.EnumerateFiles(Path.Combine(Reflected.Root(), "docs", "data-dictionary"), "*.md").Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(expected.Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheNativeProgramMakesOneOfEachRecord()
    {
        string program = File.ReadAllText(Path.Combine(Reflected.Root(), "eng", "aot-records", "Program.cs"));
        Assert.All(Reflected.Records, t => Assert.Matches($@"(new {t.Name} \{{|{t.Name} \w+ = new\(\) \{{)", program));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void AMemberHasRoomInTheReadersBits(string name) => Assert.InRange(Reflected.Members(Type(name)).Count, 1, 64);
}
