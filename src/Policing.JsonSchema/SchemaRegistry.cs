using Policing.JsonSchema.Compilation;
using Policing.JsonSchema.Text;

namespace Policing.JsonSchema;

/// <summary>
/// The schemas that others may refer to. Nothing is ever fetched: what is not here, in the schema itself or among the metaschemas of draft
/// 2020-12, which are always known, is a missing reference.
/// </summary>
/// <remarks>Add first, then compile: adding is not thread-safe, compiling with a registry that nobody adds to is.</remarks>
public sealed class SchemaRegistry
{
    private static readonly DocumentLimits s_limits = new() { MaxDepth = 256 };

    private readonly Dictionary<string, JsonText> _documents = new(StringComparer.Ordinal);

    /// <summary>Adds a schema under a URI. It is also known under the <c>$id</c> that it has.</summary>
    /// <param name="uri">An absolute URI without fragment.</param>
    /// <param name="schema">The schema as UTF-8 I-JSON; it is copied.</param>
    /// <returns>This registry.</returns>
    /// <exception cref="ArgumentException">The URI is relative, has a fragment, or is already there.</exception>
    /// <exception cref="SchemaException">The text is not I-JSON.</exception>
    public SchemaRegistry Add(string uri, ReadOnlySpan<byte> schema)
    {
        ArgumentNullException.ThrowIfNull(uri);
        if (!UriReference.IsAbsolute(uri) || uri.Contains('#', StringComparison.Ordinal))
        {
            throw new ArgumentException("The URI of a schema must be absolute and without fragment.", nameof(uri));
        }
        if (!_documents.TryAdd(uri, Read(uri, schema)))
        {
            throw new ArgumentException("A schema of this URI is already there.", nameof(uri));
        }
        return this;
    }

    internal IReadOnlyDictionary<string, JsonText> Documents => _documents;

    internal static JsonText Read(string uri, ReadOnlySpan<byte> schema)
    {
        JsonText? text = JsonText.Read(schema, s_limits, out DocumentRefusal? refusal);
        return text ?? throw new SchemaException(refusal!.Message, uri, "", refusal.Line, refusal.Column);
    }
}
