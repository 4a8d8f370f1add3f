using System.Globalization;
using System.Text.Json;

namespace Policing.Conformance.Cases;

/// <summary>
/// Whether a document says all that another said, and no more. The order of members, blanks and escapes do not count; a code alone in an object is
/// the code; numbers count by value or, where asked, by their digits.
/// </summary>
internal sealed class JsonKeeping
{
    private readonly bool _digits;
    private readonly bool _mayDropNothings;

    /// <param name="digits">Whether the text of a number counts.</param>
    /// <param name="mayDropNothings">Whether nulls and empty collections may be left out.</param>
    public JsonKeeping(bool digits = false, bool mayDropNothings = false) => (_digits, _mayDropNothings) = (digits, mayDropNothings);

    /// <summary>What was lost, changed or added first.</summary>
    public CaseVerdict Compare(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after)
    {
        JsonElement written;
        try
        {
            written = JsonElement.Parse(after.Span.StartsWith("\uFEFF"u8) ? after.Span[3..] : after.Span, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 256 });
        }
        catch (JsonException)
        {
            return CaseVerdict.Of(FaultReasons.NoDocument);
        }

        return Compare(JsonElement.Parse(before.Span, new JsonDocumentOptions { MaxDepth = 256 }), written, "");
    }

    private CaseVerdict Compare(JsonElement before, JsonElement after, string pointer)
    {
        (before, after) = (Code(before), Code(after));
        return (before.ValueKind, after.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => Members(before, after, pointer),
            (JsonValueKind.Array, JsonValueKind.Array) => Entries(before, after, pointer),
            (JsonValueKind.Number, JsonValueKind.Number) => SameNumber(before.GetRawText(), after.GetRawText()) ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.ChangedValue, pointer),
            (JsonValueKind.String, JsonValueKind.String) => before.GetString() == after.GetString() ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.ChangedValue, pointer),
            var (was, @is) => was == @is ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.ChangedValue, pointer),
        };
    }

    private CaseVerdict Members(JsonElement before, JsonElement after, string pointer)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (JsonProperty member in before.EnumerateObject())
        {
            seen.Add(member.Name);
            string place = $"{pointer}/{member.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
            if (!after.TryGetProperty(member.Name, out JsonElement written))
            {
                if (_mayDropNothings && IsNothing(member.Value)) continue;
                return CaseVerdict.Of(FaultReasons.LostMember, place);
            }

            CaseVerdict verdict = Compare(member.Value, written, place);
            if (verdict.Reason is not null) return verdict;
        }

        return after.EnumerateObject().All(m => seen.Contains(m.Name)) ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.AddedMember, pointer);
    }

    private CaseVerdict Entries(JsonElement before, JsonElement after, string pointer)
    {
        int length = before.GetArrayLength(), written = after.GetArrayLength();
        for (int i = 0; i < Math.Min(length, written); i++)
        {
            CaseVerdict verdict = Compare(before[i], after[i], FormattableString.Invariant($"{pointer}/{i}"));
            if (verdict.Reason is not null) return verdict;
        }

        return length == written ? CaseVerdict.Passed : CaseVerdict.Of(length > written ? FaultReasons.LostMember : FaultReasons.AddedMember, FormattableString.Invariant($"{pointer}/{Math.Min(length, written)}"));
    }

    private static JsonElement Code(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) return value;
        JsonElement? code = null;
        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (code is not null || member.Name != "code" || member.Value.ValueKind != JsonValueKind.String) return value;
            code = member.Value;
        }

        return code ?? value;
    }

    private static bool IsNothing(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().Any(),
        _ => false,
    };

    private bool SameNumber(string before, string after) =>
        before == after
        || (!_digits
            && decimal.TryParse(before, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal was)
            && decimal.TryParse(after, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal now) && was == now);
}
