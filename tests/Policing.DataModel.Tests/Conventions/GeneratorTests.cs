using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using Policing.DataModel.Codes;
using Policing.ModelGenerator;

namespace Policing.DataModel.Tests.Conventions;

/// <summary>The generator sees the model that reflection sees, and what it makes is what is committed.</summary>
public sealed class GeneratorTests
{
    private static readonly Lazy<Model> Read = new(() => ModelReader.Read(Reflected.Root()));

    [Fact]
    public void ItsOutputIsCommitted()
    {
        string root = Reflected.Root();
        IReadOnlyList<GeneratedFile> files = ModelOutput.Generate(root);
        Assert.Empty(ModelOutput.Stale(root, files, write: false));
        Assert.All(files, f => Assert.Equal(f.Text, File.ReadAllText(Path.Combine(root, f.Path))));
        IEnumerable<string> committed = Directory.EnumerateFiles(Path.Combine(root, ModelOutput.Source), "*.g.cs", SearchOption.AllDirectories)
            .Select(p => Path.GetRelativePath(root, p).Replace('\\', '/'));
        Assert.Equal(committed.Order(StringComparer.Ordinal), files.Select(f => f.Path).Where(IsOfTheModel).Order(StringComparer.Ordinal));
    }

    private static bool IsOfTheModel(string path) => path.StartsWith(ModelOutput.Source, StringComparison.Ordinal) && path.EndsWith(".g.cs", StringComparison.Ordinal);

    [Fact]
    public void ItSeesTheTypesAndMembersThatReflectionSees()
    {
        Assert.Equal(Reflected.RecordsAndParts.Select(t => t.Name).Order(StringComparer.Ordinal), Read.Value.Types.Select(t => t.Name));
        foreach (ModelType type in Read.Value.Types)
        {
            Type reflected = Reflected.RecordsAndParts.Single(t => t.Name == type.Name);
            Assert.Equal(type.IsTrial, reflected.IsDefined(typeof(ExperimentalAttribute), inherit: false));
            Assert.Equal(type.WireType, reflected.IsSubclassOf(typeof(PoliceRecord)) ? Reflected.WireType(reflected) : null);
            Assert.Equal(
                Reflected.Members(reflected).Select(p => (p.Name, Reflected.WireName(p), Reflected.IsRequiredOnTheWire(p), Around(p), Reflected.Unwrap(p.PropertyType).Element.Name)),
                type.All.Select(p => (p.Name, p.WireName, p.Required, p.Shape, NameOf(p))));
            Assert.Equal(reflected.GetProperties().Where(Reflected.IsRequired).Select(p => p.Name).Order(), type.All.Where(p => p.Required && p.Name is not ("Type" or "ModelVersion")).Select(p => p.Name).Order());
        }
    }

    private static Shape Around(PropertyInfo property)
    {
        Type? around = Reflected.Unwrap(property.PropertyType).Around;
        return around == typeof(ValueList<>) ? Shape.List : around == typeof(ValueMap<>) ? Shape.Map : Shape.One;
    }

    private static string NameOf(ModelProperty property) => property.TypeName switch
    {
        "string" => nameof(String),
        "bool" => nameof(Boolean),
        "int" => nameof(Int32),
        "decimal" => nameof(Decimal),
        _ => property.TypeName,
    };

    /// <summary>Every code of every list in schemas/reference-data is a member of its type, in the list's order, and found by the type's lookup.</summary>
    [Fact]
    public void EveryCodeOfEveryListHasAMember()
    {
        string[] paths = Directory.GetFiles(Path.Combine(Reflected.Root(), "schemas", "reference-data"), "*.json");
        Assert.Equal(paths.Length, Reflected.Codes.Count);
        foreach (string path in paths)
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement list = document.RootElement;
            Type type = Reflected.Codes.Single(t => t.Name == list.GetProperty("typeName").GetString());
            List<CodedValue> members = [];
            foreach (JsonElement code in list.GetProperty("codes").EnumerateArray())
            {
                PropertyInfo? member = type.GetProperty(code.GetProperty("name").GetString()!, BindingFlags.Public | BindingFlags.Static);
                CodedValue value = Assert.IsType<CodedValue>(member?.GetValue(null), exactMatch: false);
                Assert.Equal((code.GetProperty("code").GetString(), list.GetProperty("id").GetString(), true), (value.Code, value.ListId, value.IsBuiltIn));
                members.Add(value);
            }

            IEnumerable<PropertyInfo> all = type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(p => p.PropertyType == type);
            Assert.Equal(members.Count, all.Count());
            Assert.Equal(members, all.OrderBy(p => p.MetadataToken).Select(p => (CodedValue)p.GetValue(null)!));
        }
    }

    /// <summary>A tree that breaks a rule of the records is refused with the place of the fault.</summary>
    [Theory]
    [InlineData("public int Count { get; set; }", "{ get; init; }")]
    [InlineData("[Public] public int? Count { get; init; } = 1;", "no initialisers")]
    [InlineData("[Public] public int Count { get; init; }", "nullable")]
    [InlineData("[Public] public RecordId? Other { get; init; }", "default is absent already")]
    [InlineData("[Public] public DateTime? At { get; init; }", "DateTime")]
    [InlineData("[Public] public Tried? On { get; init; }", "on trial")]
    [InlineData("/// <summary>x</summary>\npublic int? Count { get; init; }", "data class")]
    public void AMemberThatBreaksTheRulesIsRefused(string member, string message)
    {
        DirectoryInfo root = Directory.CreateTempSubdirectory("policing-model");
        try
        {
            string source = Path.Combine(root.FullName, ModelOutput.Source);
            Directory.CreateDirectory(source);
            Directory.CreateDirectory(Path.Combine(root.FullName, "schemas", "reference-data"));
            File.WriteAllText(Path.Combine(source, "PoliceRecord.cs"), "/// <summary>x</summary>\npublic abstract record PoliceRecord { }");
            File.WriteAllText(Path.Combine(source, "RecordId.cs"), "public readonly struct RecordId : ITextValue<RecordId>;");
            File.WriteAllText(Path.Combine(source, "Tried.cs"), "/// <summary>x</summary>\n[Experimental(\"PSDK0001\")] public sealed record Tried : RecordPart { }");
            string documented = member.StartsWith("///", StringComparison.Ordinal) ? member : "/// <summary>x</summary>\n" + member;
            File.WriteAllText(Path.Combine(source, "Odd.cs"), $"/// <summary>x</summary>\npublic sealed record Odd : RecordPart {{\n{documented}\n}}");
            Assert.Contains(message, Assert.Throws<InvalidOperationException>(() => ModelReader.Read(root.FullName)).Message);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }
}
