using System.Text;
using System.Text.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Json;

/// <summary>Whether JSON that is kept as it came can be read by everybody: I-JSON (RFC 7493), and within the limits.</summary>
internal static class InteroperableJson
{
    // Of a value that C# code hands over: what the platform's own reader takes.
    private const int MostLevels = 64;

    /// <summary>The rule that a value handed over by C# code breaks; null when none.</summary>
    public static FindingRule? Fault(JsonElement value) => Fault(value, JsonLimits.Default, MostLevels);

    /// <summary>A copy of a value that C# code hands over.</summary>
    /// <exception cref="ArgumentException">It is undefined, or others could not read it.</exception>
    public static JsonElement Taken(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined) throw new ArgumentException("The element is undefined; leave the member out.", nameof(value));
        return Fault(value) is { } rule ? throw new ArgumentException(rule.Message, nameof(value)) : value.Clone();
    }

    /// <summary>The rule that a value breaks at any depth; null when none.</summary>
    public static FindingRule? Fault(JsonElement value, JsonLimits limits, int depth)
    {
        try
        {
            return Check(value, limits, depth);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that are not UTF-8, met when a text was decoded.
            return FindingRules.NotUnicode;
        }
    }

    private static FindingRule? Check(JsonElement value, JsonLimits limits, int depth) => value.ValueKind switch
    {
        JsonValueKind.Object => depth == 0 ? FindingRules.OverLimit : CheckMembers(value, limits, depth),
        JsonValueKind.Array => depth == 0 ? FindingRules.OverLimit : CheckElements(value, limits, depth),
        JsonValueKind.String => Encoding.UTF8.GetByteCount(value.GetString()!) > limits.StringBytes ? FindingRules.OverLimit : null,
        _ => null,
    };

    private static FindingRule? CheckElements(JsonElement array, JsonLimits limits, int depth)
    {
        if (array.GetArrayLength() > limits.Elements) return FindingRules.OverLimit;
        foreach (JsonElement item in array.EnumerateArray())
            if (Check(item, limits, depth - 1) is { } rule) return rule;
        return null;
    }

    private static FindingRule? CheckMembers(JsonElement value, JsonLimits limits, int depth)
    {
        int count = value.GetPropertyCount();
        if (count > limits.Members) return FindingRules.OverLimit;
        HashSet<string> names = new(count, StringComparer.Ordinal);
        foreach (JsonProperty property in value.EnumerateObject())
        {
            if (!names.Add(property.Name)) return FindingRules.DuplicateName;
            if (Check(property.Value, limits, depth - 1) is { } rule) return rule;
        }

        return null;
    }
}
