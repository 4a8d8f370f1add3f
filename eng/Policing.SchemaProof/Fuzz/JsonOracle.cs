using System.Text.Json;
using System.Text.Unicode;

namespace Policing.SchemaProof.Fuzz;

/// <summary>What the base library says of a text: whether it is JSON, and whether it is I-JSON.</summary>
internal static class JsonOracle
{
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 1_000 };

    /// <summary>The reason for which a text must be refused, apart from limits; null for I-JSON. Of two reasons it may be the other.</summary>
    public static RefusalReason? Reason(byte[] text)
    {
        if (!Utf8.IsValid(text))
        {
            return RefusalReason.NotUtf8;
        }
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, s_options);
            return HasHalves(document.RootElement) ? RefusalReason.LoneSurrogate : HasTwins(document.RootElement) ? RefusalReason.DuplicateName : null;
        }
        catch (JsonException)
        {
            return RefusalReason.NotJson;
        }
    }

    private static bool HasHalves(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => !IsWhole(() => value.GetString()),
        JsonValueKind.Array => value.EnumerateArray().Any(HasHalves),
        JsonValueKind.Object => value.EnumerateObject().Any(member => !IsWhole(() => member.Name) || HasHalves(member.Value)),
        _ => false,
    };

    private static bool IsWhole(Func<string?> text)
    {
        try
        {
            text();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool HasTwins(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Any(HasTwins),
        JsonValueKind.Object => value.EnumerateObject().Select(member => member.Name).Distinct(StringComparer.Ordinal).Count() != value.EnumerateObject().Count()
            || value.EnumerateObject().Any(member => HasTwins(member.Value)),
        _ => false,
    };
}
