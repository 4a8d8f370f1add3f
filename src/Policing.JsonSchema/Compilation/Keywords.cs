using System.Collections.Frozen;

namespace Policing.JsonSchema.Compilation;

/// <summary>The keywords of draft 2020-12.</summary>
internal static class Keywords
{
    public const string Draft = "https://json-schema.org/draft/2020-12/";

    private static readonly FrozenDictionary<string, Vocabularies> s_vocabularies = new Dictionary<string, Vocabularies>(StringComparer.Ordinal)
    {
        [Draft + "vocab/core"] = Vocabularies.Core,
        [Draft + "vocab/applicator"] = Vocabularies.Applicator,
        [Draft + "vocab/unevaluated"] = Vocabularies.Unevaluated,
        [Draft + "vocab/validation"] = Vocabularies.Validation,
        [Draft + "vocab/meta-data"] = Vocabularies.Metadata,
        [Draft + "vocab/format-annotation"] = Vocabularies.FormatAnnotation,
        [Draft + "vocab/format-assertion"] = Vocabularies.FormatAssertion,
        [Draft + "vocab/content"] = Vocabularies.Content,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (Vocabularies Vocabulary, KeywordShape Shape)> s_keywords = All();

    public static bool TryVocabulary(string uri, out Vocabularies vocabulary) => s_vocabularies.TryGetValue(uri, out vocabulary);

    public static bool TryFind(string keyword, out Vocabularies vocabulary, out KeywordShape shape)
    {
        bool found = s_keywords.TryGetValue(keyword, out var entry);
        (vocabulary, shape) = entry;
        return found;
    }

    private static FrozenDictionary<string, (Vocabularies Vocabulary, KeywordShape Shape)> All()
    {
        Dictionary<string, (Vocabularies, KeywordShape)> all = new(StringComparer.Ordinal);
        void Add(Vocabularies vocabulary, KeywordShape shape, params ReadOnlySpan<string> names)
        {
            foreach (string name in names)
            {
                all.Add(name, (vocabulary, shape));
            }
        }
        Add(Vocabularies.Core, KeywordShape.Text, "$schema", "$id", "$ref", "$dynamicRef", "$comment");
        Add(Vocabularies.Core, KeywordShape.Anchor, "$anchor", "$dynamicAnchor");
        Add(Vocabularies.Core, KeywordShape.Flags, "$vocabulary");
        Add(Vocabularies.Core, KeywordShape.SchemaMap, "$defs");
        Add(Vocabularies.Applicator, KeywordShape.SchemaList, "prefixItems", "allOf", "anyOf", "oneOf");
        Add(Vocabularies.Applicator, KeywordShape.Schema, "items", "contains", "additionalProperties", "propertyNames", "not", "if", "then", "else");
        Add(Vocabularies.Applicator, KeywordShape.SchemaMap, "properties", "patternProperties", "dependentSchemas");
        Add(Vocabularies.Unevaluated, KeywordShape.Schema, "unevaluatedItems", "unevaluatedProperties");
        Add(Vocabularies.Validation, KeywordShape.Count, "maxLength", "minLength", "maxItems", "minItems", "maxContains", "minContains", "maxProperties", "minProperties");
        Add(Vocabularies.Validation, KeywordShape.Number, "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum");
        Add(Vocabularies.Validation, KeywordShape.PositiveNumber, "multipleOf");
        Add(Vocabularies.Validation, KeywordShape.Flag, "uniqueItems");
        Add(Vocabularies.Validation, KeywordShape.Text, "pattern");
        Add(Vocabularies.Validation, KeywordShape.Names, "required");
        Add(Vocabularies.Validation, KeywordShape.NamesMap, "dependentRequired");
        Add(Vocabularies.Validation, KeywordShape.List, "enum");
        Add(Vocabularies.Validation, KeywordShape.Any, "const");
        Add(Vocabularies.Validation, KeywordShape.Types, "type");
        Add(Vocabularies.Metadata, KeywordShape.Text, "title", "description");
        Add(Vocabularies.Metadata, KeywordShape.Any, "default");
        Add(Vocabularies.Metadata, KeywordShape.Flag, "deprecated", "readOnly", "writeOnly");
        Add(Vocabularies.Metadata, KeywordShape.List, "examples");
        Add(Vocabularies.FormatAnnotation | Vocabularies.FormatAssertion, KeywordShape.Text, "format");
        Add(Vocabularies.Content, KeywordShape.Text, "contentEncoding", "contentMediaType");
        Add(Vocabularies.Content, KeywordShape.Schema, "contentSchema");
        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
