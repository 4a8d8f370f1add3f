namespace Policing.JsonSchema.Compilation;

/// <summary>The keywords of draft 2020-12.</summary>
internal static class Keywords
{
    public const string Draft = "https://json-schema.org/draft/2020-12/";

    // Values that are objects: the platform has that code ready, while each kind of struct costs a process that only looks up a keyword or two.
    private static readonly Dictionary<string, Keyword> s_keywords = All();

    public static bool TryVocabulary(string uri, out Vocabularies vocabulary)
    {
        vocabulary = uri switch
        {
            Draft + "vocab/core" => Vocabularies.Core,
            Draft + "vocab/applicator" => Vocabularies.Applicator,
            Draft + "vocab/unevaluated" => Vocabularies.Unevaluated,
            Draft + "vocab/validation" => Vocabularies.Validation,
            Draft + "vocab/meta-data" => Vocabularies.Metadata,
            Draft + "vocab/format-annotation" => Vocabularies.FormatAnnotation,
            Draft + "vocab/format-assertion" => Vocabularies.FormatAssertion,
            Draft + "vocab/content" => Vocabularies.Content,
            _ => Vocabularies.None,
        };
        return vocabulary != Vocabularies.None;
    }

    public static bool TryFind(string keyword, out Vocabularies vocabulary, out KeywordShape shape)
    {
        bool found = s_keywords.TryGetValue(keyword, out Keyword? entry);
        (vocabulary, shape) = found ? (entry!.Vocabulary, entry.Shape) : default;
        return found;
    }

    private static Dictionary<string, Keyword> All()
    {
        Dictionary<string, Keyword> all = new(StringComparer.Ordinal);
        void Add(Vocabularies vocabulary, KeywordShape shape, string names)
        {
            Keyword keyword = new(vocabulary, shape);
            foreach (string name in names.Split(' '))
            {
                all.Add(name, keyword);
            }
        }
        Add(Vocabularies.Core, KeywordShape.Text, "$schema $id $ref $dynamicRef $comment");
        Add(Vocabularies.Core, KeywordShape.Anchor, "$anchor $dynamicAnchor");
        Add(Vocabularies.Core, KeywordShape.Flags, "$vocabulary");
        Add(Vocabularies.Core, KeywordShape.SchemaMap, "$defs");
        Add(Vocabularies.Applicator, KeywordShape.SchemaList, "prefixItems allOf anyOf oneOf");
        Add(Vocabularies.Applicator, KeywordShape.Schema, "items contains additionalProperties propertyNames not if then else");
        Add(Vocabularies.Applicator, KeywordShape.SchemaMap, "properties patternProperties dependentSchemas");
        Add(Vocabularies.Unevaluated, KeywordShape.Schema, "unevaluatedItems unevaluatedProperties");
        Add(Vocabularies.Validation, KeywordShape.Count, "maxLength minLength maxItems minItems maxContains minContains maxProperties minProperties");
        Add(Vocabularies.Validation, KeywordShape.Number, "maximum exclusiveMaximum minimum exclusiveMinimum");
        Add(Vocabularies.Validation, KeywordShape.PositiveNumber, "multipleOf");
        Add(Vocabularies.Validation, KeywordShape.Flag, "uniqueItems");
        Add(Vocabularies.Validation, KeywordShape.Text, "pattern");
        Add(Vocabularies.Validation, KeywordShape.Names, "required");
        Add(Vocabularies.Validation, KeywordShape.NamesMap, "dependentRequired");
        Add(Vocabularies.Validation, KeywordShape.List, "enum");
        Add(Vocabularies.Validation, KeywordShape.Any, "const");
        Add(Vocabularies.Validation, KeywordShape.Types, "type");
        Add(Vocabularies.Metadata, KeywordShape.Text, "title description");
        Add(Vocabularies.Metadata, KeywordShape.Any, "default");
        Add(Vocabularies.Metadata, KeywordShape.Flag, "deprecated readOnly writeOnly");
        Add(Vocabularies.Metadata, KeywordShape.List, "examples");
        Add(Vocabularies.FormatAnnotation | Vocabularies.FormatAssertion, KeywordShape.Text, "format");
        Add(Vocabularies.Content, KeywordShape.Text, "contentEncoding contentMediaType");
        Add(Vocabularies.Content, KeywordShape.Schema, "contentSchema");
        return all;
    }

    private sealed class Keyword(Vocabularies vocabulary, KeywordShape shape)
    {
        public Vocabularies Vocabulary { get; } = vocabulary;

        public KeywordShape Shape { get; } = shape;
    }
}
