namespace Policing.JsonSchema;

/// <summary>How a schema is compiled.</summary>
/// <remarks>Immutable, apart from the registry.</remarks>
public sealed record SchemaOptions
{
    /// <summary>The options of a schema that was given none.</summary>
    public static SchemaOptions Default { get; } = new();

    /// <summary>The schemas that this one may refer to; null for none but the metaschemas.</summary>
    public SchemaRegistry? Registry { get; init; }

    /// <summary>The URI of a schema that has no <c>$id</c>, for its relative references; null for none.</summary>
    public string? BaseUri { get; init; }

    /// <summary>
    /// Whether <c>format</c> is checked. Draft 2020-12 takes it as a note unless asked: false unless told. A schema whose metaschema has the
    /// vocabulary format-assertion asks for itself.
    /// </summary>
    public bool AssertFormats { get; init; }

    /// <summary>Whether a keyword that draft 2020-12 does not have, other than <c>x-…</c>, is a fault: false unless told.</summary>
    public bool RefuseUnknownKeywords { get; init; }

    /// <summary>The limits on documents.</summary>
    public DocumentLimits Limits { get; init; } = DocumentLimits.Default;
}
