using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Policing.ModelGenerator;

/// <summary>
/// Reads the model from the sources of the records and the files of the code lists. It reads syntax only: the records name converters
/// that this program has yet to write, so they need not compile.
/// </summary>
public static partial class ModelReader
{
    /// <summary>Reads the model of the repository at this root.</summary>
    public static Model Read(string root)
    {
        IReadOnlyList<ModelCodeList> lists = ReadLists(root);
        List<TypeDeclarationSyntax> declarations = [.. ReadSources(root)];
        HashSet<string> codes = [.. lists.Select(l => l.TypeName)];
        HashSet<string> parts = [.. declarations.OfType<RecordDeclarationSyntax>().Where(r => BaseName(r) == "RecordPart").Select(r => r.Identifier.Text)];
        HashSet<string> texts = [.. declarations.OfType<StructDeclarationSyntax>().Where(IsTextValue).Select(s => s.Identifier.Text)];
        TypeResolver resolver = new(codes, parts, texts);

        RecordDeclarationSyntax envelope = declarations.OfType<RecordDeclarationSyntax>().Single(r => r.Identifier.Text == "PoliceRecord");
        IReadOnlyList<ModelProperty> envelopeProperties = Properties(envelope, resolver);
        List<ModelType> types = [.. declarations.OfType<RecordDeclarationSyntax>()
            .Where(r => BaseName(r) is "RecordPart" || WireType(r) is not null)
            .Select(r => new ModelType(
                r.Identifier.Text, Group(r), WireType(r), Summary(r), IsTrial(r), Properties(r, resolver), WireType(r) is null ? [] : envelopeProperties))
            .OrderBy(t => t.Name, StringComparer.Ordinal)];
        CheckTrial(types);
        IEnumerable<ModelValue> values = declarations.OfType<StructDeclarationSyntax>().Where(IsTextValue)
            .Select(s => new ModelValue(s.Identifier.Text, Summary(s), HasTextValueAttribute(s), Pattern(s)))
            .OrderBy(v => v.Name, StringComparer.Ordinal);
        return new Model(types, lists, [.. values]);
    }

    /// <summary>The data classes, as members carry them, and what they mean.</summary>
    internal static IReadOnlyList<(string Name, string Meaning)> ReadDataClasses(string root)
    {
        TypeDeclarationSyntax classes = ReadSources(root).Single(type => type.Identifier.Text == "PoliceDataClasses");
        return [.. classes.Members.OfType<PropertyDeclarationSyntax>().Select(p => (DictionaryRows.Kebab(p.Identifier.Text), Summary(p)))];
    }

    // A stable member cannot promise more than the part that it holds.
    private static void CheckTrial(List<ModelType> types)
    {
        HashSet<string> trial = [.. types.Where(t => t.IsTrial).Select(t => t.Name)];
        foreach (ModelType type in types)
            if (type.All.FirstOrDefault(p => !p.IsTrial && trial.Contains(p.TypeName)) is { } property)
                throw new InvalidOperationException($"{type.Name}.{property.Name}: is stable but holds {property.TypeName}, which is on trial; mark it [Experimental] too.");
    }

    private static IEnumerable<TypeDeclarationSyntax> ReadSources(string root)
    {
        CSharpParseOptions options = new(LanguageVersion.Latest, DocumentationMode.Parse);
        string source = Path.Combine(root, ModelOutput.Source);
        foreach (string path in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (path.EndsWith(".g.cs", StringComparison.Ordinal)) continue;
            SyntaxNode tree = CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path).GetRoot();
            foreach (TypeDeclarationSyntax type in tree.DescendantNodes().OfType<TypeDeclarationSyntax>()) yield return type;
        }
    }

    private static string Group(TypeDeclarationSyntax type) => Path.GetFileName(Path.GetDirectoryName(type.SyntaxTree.FilePath)!);

    private static string? BaseName(TypeDeclarationSyntax type) => type.BaseList?.Types[0].Type.ToString();

    /// <summary>The argument of <c>: PoliceRecord("crime")</c>.</summary>
    private static string? WireType(RecordDeclarationSyntax record) =>
        record.BaseList?.Types[0] is PrimaryConstructorBaseTypeSyntax { ArgumentList.Arguments: [var argument, ..] }
            ? ((LiteralExpressionSyntax)argument.Expression).Token.ValueText
            : null;

    private static bool IsTextValue(StructDeclarationSyntax type) =>
        HasTextValueAttribute(type) || type.BaseList?.Types.Any(t => t.Type.ToString().StartsWith("ITextValue<", StringComparison.Ordinal)) == true;

    private static bool HasTextValueAttribute(StructDeclarationSyntax type) => AttributeNames(type).Contains("TextValue");

    private static string? Pattern(StructDeclarationSyntax type) =>
        type.AttributeLists.SelectMany(l => l.Attributes).SingleOrDefault(a => a.Name.ToString() == "WirePattern")?.ArgumentList?.Arguments[0].Expression is LiteralExpressionSyntax pattern
            ? pattern.Token.ValueText
            : null;

    private static bool IsTrial(MemberDeclarationSyntax member) => AttributeNames(member).Contains("Experimental");

    private static IEnumerable<string> AttributeNames(MemberDeclarationSyntax member) =>
        member.AttributeLists.SelectMany(l => l.Attributes).Select(a => a.Name.ToString());

    private static List<ModelProperty> Properties(RecordDeclarationSyntax record, TypeResolver resolver) =>
    [
        .. record.Members.OfType<PropertyDeclarationSyntax>()
            .Where(p => p.Modifiers.Any(SyntaxKind.PublicKeyword) && !p.Modifiers.Any(SyntaxKind.StaticKeyword))
            .Where(p => p.AccessorList is not null && p.Identifier.Text != "Unknown")
            .Select(p => Property(record, p, resolver)),
    ];

    private static ModelProperty Property(RecordDeclarationSyntax record, PropertyDeclarationSyntax property, TypeResolver resolver)
    {
        string name = property.Identifier.Text;
        string where = $"{record.Identifier.Text}.{name}";
        bool discriminator = record.Identifier.Text == "PoliceRecord" && name == "Type";
        bool init = property.AccessorList!.Accessors.Any(a => a.IsKind(SyntaxKind.InitAccessorDeclaration));
        if (!init && !discriminator) throw new InvalidOperationException($"{where}: a member of a record is {{ get; init; }}.");
        if (property.Initializer is not null) throw new InvalidOperationException($"{where}: no initialisers in records; reading would lose them.");
        (ValueKind kind, Shape shape, string type) = resolver.Resolve(property.Type.ToString(), where);
        string dataClass = AttributeNames(property).SingleOrDefault(a => a != "Experimental") ?? throw new InvalidOperationException($"{where}: has no data class.");
        bool required = property.Modifiers.Any(SyntaxKind.RequiredKeyword) || discriminator || (record.Identifier.Text == "PoliceRecord" && name == "ModelVersion");
        bool trial = IsTrial(record) || IsTrial(property);
        return new(name, type, kind, shape, required, dataClass, Summary(property), discriminator, trial);
    }

    private static string Summary(MemberDeclarationSyntax member)
    {
        DocumentationCommentTriviaSyntax? doc = member.GetLeadingTrivia().Select(t => t.GetStructure()).OfType<DocumentationCommentTriviaSyntax>().FirstOrDefault();
        XmlElementSyntax summary = doc?.Content.OfType<XmlElementSyntax>().FirstOrDefault(e => e.StartTag.Name.ToString() == "summary")
            ?? throw new InvalidOperationException($"{member.ToString().Split('\n')[0]}: has no summary.");
        string text = string.Concat(summary.Content.Select(Plain)).Replace("///", " ");
        return WhiteSpace().Replace(text, " ").Trim();
    }

    private static string Plain(XmlNodeSyntax node) => node switch
    {
        XmlEmptyElementSyntax empty => empty.Attributes.OfType<XmlCrefAttributeSyntax>().Select(a => a.Cref.ToString()).FirstOrDefault() ?? "",
        XmlElementSyntax element => string.Concat(element.Content.Select(Plain)),
        _ => System.Net.WebUtility.HtmlDecode(node.ToString()),
    };

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex WhiteSpace();

    private static List<ModelCodeList> ReadLists(string root)
    {
        List<ModelCodeList> lists = [];
        foreach (string path in Directory.EnumerateFiles(Path.Combine(root, "schemas/reference-data"), "*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            lists.Add(ReadList(document.RootElement));
        }

        return lists;
    }

    private static ModelCodeList ReadList(JsonElement list)
    {
        string provenance = Text(list, "provenance");
        IEnumerable<ModelCode> codes = list.GetProperty("codes").EnumerateArray().Select(c => new ModelCode(
            Text(c, "code"), Text(c, "name"), Text(c.GetProperty("label"), "en"),
            c.TryGetProperty("status", out JsonElement status) && status.GetString() == "retired",
            c.TryGetProperty("provenance", out JsonElement own) ? own.GetString()! : provenance,
            c.TryGetProperty("note", out JsonElement note) ? note.GetString() : null));
        return new(Text(list, "id"), Text(list, "typeName"), Text(list, "title"), Text(list, "source"), provenance, [.. codes]);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private sealed class TypeResolver(HashSet<string> codes, HashSet<string> parts, HashSet<string> texts)
    {
        public (ValueKind Kind, Shape Shape, string Type) Resolve(string text, string where)
        {
            (Shape shape, string type) = Unwrap(text);
            bool nullable = type.EndsWith('?');
            type = type.TrimEnd('?');
            ValueKind kind = KindOf(type, where);
            bool isStruct = kind is ValueKind.Text or ValueKind.Raw;
            if (shape == Shape.One && isStruct && nullable) throw new InvalidOperationException($"{where}: default is absent already; leave the '?' out.");
            if (shape == Shape.One && !isStruct && !nullable && where != "PoliceRecord.Type") throw new InvalidOperationException($"{where}: may be absent, so it is nullable.");
            return (kind, shape, type);
        }

        private ValueKind KindOf(string type, string where) => type switch
        {
            "string" => ValueKind.String,
            "bool" => ValueKind.Boolean,
            "int" => ValueKind.Integer,
            "decimal" => ValueKind.Decimal,
            "RawJson" => ValueKind.Raw,
            "PoliceRecord" => ValueKind.Record,
            _ when codes.Contains(type) => ValueKind.Code,
            _ when parts.Contains(type) => ValueKind.Part,
            _ when texts.Contains(type) => ValueKind.Text,
            _ => throw new InvalidOperationException($"{where}: '{type}' is no scalar, value, code list or part of the model."),
        };

        private static (Shape Shape, string Type) Unwrap(string text)
        {
            if (text.StartsWith("ValueList<", StringComparison.Ordinal)) return (Shape.List, text[10..^1]);
            if (text.StartsWith("ValueMap<", StringComparison.Ordinal)) return (Shape.Map, text[9..^1]);
            return (Shape.One, text);
        }
    }
}
