using System.Text.Json;
using Policing.DataModel;

namespace Policing.Conformance.Evidence;

/// <summary>
/// What a supplier says of a product, in a file beside it: schemas/conformance/1.0/product.schema.json. It is signed with the results, so that a report cannot be shown for another
/// product. Immutable.
/// </summary>
public sealed record ProductDeclaration
{
    private const int MostBytes = 64 << 10;
    private const int LongestText = 200;
    private const int LongestStatement = 2000;
    private const int MostClaims = 200;
    private static readonly string[] Members = ["$schema", "supplier", "product", "version", "contact", "claims", "statement"];

    /// <summary>Who makes it.</summary>
    public required string Supplier { get; init; }

    /// <summary>What it is called.</summary>
    public required string Product { get; init; }

    /// <summary>The version that was judged.</summary>
    public required string Version { get; init; }

    /// <summary>Where to ask: a role or a team rather than a person.</summary>
    public required string Contact { get; init; }

    /// <summary>What it claims to do, in the supplier's words.</summary>
    public ValueList<string> Claims { get; init; }

    /// <summary>What else there is to say; null for nothing.</summary>
    public string? Statement { get; init; }

    /// <summary>Reads a declaration.</summary>
    /// <param name="utf8">The file.</param>
    /// <exception cref="ProductDeclarationException">It is none; the message names the member and quotes nothing.</exception>
    public static ProductDeclaration Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MostBytes) throw new ProductDeclarationException("The file is larger than 64 KiB.");
        JsonElement root;
        try
        {
            root = JsonElement.Parse(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 8 });
        }
        catch (JsonException)
        {
            // The reader's message may quote the text.
            throw new ProductDeclarationException("It is not JSON.");
        }

        return Of(root);
    }

    internal static ProductDeclaration Of(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) throw new ProductDeclarationException("It is not a JSON object.");
        if (root.EnumerateObject().Any(member => !Members.Contains(member.Name))) throw new ProductDeclarationException($"It has a member that is none of {string.Join(", ", Members)}.");
        return new()
        {
            Supplier = Text(root, "supplier"),
            Product = Text(root, "product"),
            Version = Text(root, "version"),
            Contact = Text(root, "contact"),
            Claims = ClaimsOf(root),
            Statement = root.TryGetProperty("statement", out _) ? Text(root, "statement", LongestStatement) : null,
        };
    }

    internal void Write(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject(name);
        json.WriteString("supplier", Supplier);
        json.WriteString("product", Product);
        json.WriteString("version", Version);
        json.WriteString("contact", Contact);
        if (!Claims.IsEmpty)
        {
            json.WriteStartArray("claims");
            foreach (string claim in Claims) json.WriteStringValue(claim);
            json.WriteEndArray();
        }

        if (Statement is not null) json.WriteString("statement", Statement);
        json.WriteEndObject();
    }

    private static ValueList<string> ClaimsOf(JsonElement root)
    {
        if (!root.TryGetProperty("claims", out JsonElement claims)) return default;
        if (claims.ValueKind != JsonValueKind.Array || claims.GetArrayLength() > MostClaims) throw new ProductDeclarationException($"'claims' is not a list of at most {MostClaims} texts.");
        return ValueList.From(claims.EnumerateArray().Select(claim => Checked(claim, "claims", LongestText)));
    }

    private static string Text(JsonElement root, string name, int longest = LongestText) =>
        root.TryGetProperty(name, out JsonElement text) ? Checked(text, name, longest) : throw new ProductDeclarationException($"It lacks '{name}'.");

    private static string Checked(JsonElement text, string name, int longest)
    {
        string? value = null;
        try
        {
            value = text.ValueKind == JsonValueKind.String ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // It is no Unicode.
        }

        return value is { Length: > 0 } && value.Length <= longest && !string.IsNullOrWhiteSpace(value) ? value : throw new ProductDeclarationException($"'{name}' is not a text of 1 to {longest} characters.");
    }
}
