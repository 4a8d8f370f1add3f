namespace Policing.JsonSchema.Compilation;

/// <summary>The vocabularies of draft 2020-12.</summary>
[Flags]
internal enum Vocabularies
{
    None = 0,
    Core = 1,
    Applicator = 2,
    Unevaluated = 4,
    Validation = 8,
    Metadata = 16,
    FormatAnnotation = 32,
    FormatAssertion = 64,
    Content = 128,

    /// <summary>Those of the metaschema https://json-schema.org/draft/2020-12/schema.</summary>
    Standard = Core | Applicator | Unevaluated | Validation | Metadata | FormatAnnotation | Content,
}
