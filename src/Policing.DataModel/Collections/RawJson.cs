using System.Text.Json;
using System.Text.Json.Serialization;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel;

/// <summary>
/// Any JSON value, kept as it came: number text, nulls and member order survive. <c>default</c> is absent. Equality is JSON equality:
/// <c>1.0</c> equals <c>1</c>, and member order does not count. Thread-safe.
/// </summary>
[JsonConverter(typeof(RawJsonConverter))]
public readonly struct RawJson : IEquatable<RawJson>
{
    private readonly JsonElement _element;

    internal RawJson(JsonElement element) => _element = element;

    /// <summary>The value; of kind <see cref="JsonValueKind.Undefined"/> when absent.</summary>
    public JsonElement Element => _element;

    /// <summary>True for <c>default</c>: there is no value.</summary>
    public bool IsAbsent => _element.ValueKind == JsonValueKind.Undefined;

    /// <summary>Reads JSON text.</summary>
    /// <exception cref="FormatException">
    /// The text is not JSON that everybody can read (RFC 7493): a name stands twice in one object, a string is not valid Unicode, or it
    /// is over the default limits or deeper than 64 levels. The message quotes nothing.
    /// </exception>
    public static RawJson Parse(ReadOnlySpan<byte> utf8)
    {
        JsonElement element;
        try
        {
            element = JsonElement.Parse(utf8);
        }
        catch (JsonException)
        {
            throw new FormatException(FindingRules.NotJson.Message);
        }

        return InteroperableJson.Fault(element) is { } rule ? throw new FormatException(rule.Message) : new(element);
    }

    /// <summary>A value of our own JSON element, copied.</summary>
    /// <exception cref="ArgumentException">The element is undefined, or is not JSON that everybody can read: see <see cref="Parse"/>.</exception>
    public static RawJson From(JsonElement element) => new(InteroperableJson.Taken(element));

    /// <inheritdoc/>
    public bool Equals(RawJson other) =>
        IsAbsent || other.IsAbsent ? IsAbsent == other.IsAbsent : JsonElement.DeepEquals(_element, other._element);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RawJson other && Equals(other);

    /// <summary>A hash by kind and size only, since equal values may be written in many ways.</summary>
    public override int GetHashCode() => _element.ValueKind switch
    {
        JsonValueKind.Array => HashCode.Combine(JsonValueKind.Array, _element.GetArrayLength()),
        JsonValueKind.Object => HashCode.Combine(JsonValueKind.Object, _element.GetPropertyCount()),
        JsonValueKind.String => string.GetHashCode(_element.GetString(), StringComparison.Ordinal),
        JsonValueKind kind => (int)kind,
    };

    /// <summary>The kind of the value; never the value.</summary>
    public override string ToString() => _element.ValueKind.ToString();

    /// <summary>JSON equality.</summary>
    public static bool operator ==(RawJson left, RawJson right) => left.Equals(right);

    /// <summary>JSON inequality.</summary>
    public static bool operator !=(RawJson left, RawJson right) => !left.Equals(right);
}
