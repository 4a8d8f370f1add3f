using System.Globalization;
using Policing.DataModel.Codes;

namespace Policing.DataModel.Completeness;

/// <summary>Whether a member, or one inside it, has a value: any at all, one of some, or a text of a length.</summary>
internal sealed class MemberQuestion(string path, (MemberAccess Owner, int Member)[] steps, string[] values, int minLength)
{
    /// <summary>The names from the record to the member, with slashes.</summary>
    public string Path { get; } = path;

    /// <summary>Whether it is the same question.</summary>
    public bool Asks(string path, string[] values, int minLength) => Path == path && minLength == MinLength && values.AsSpan().SequenceEqual(Values);

    /// <summary>Whether the record has it. A list has it when one of its elements has.</summary>
    public bool Holds(object owner) => Holds(owner, 0);

    private string[] Values { get; } = values;

    private int MinLength { get; } = minLength;

    private bool Holds(object owner, int step)
    {
        (MemberAccess access, int member) = steps[step];
        object? value = access.Get(owner, member);
        if (value is null) return false;
        if (step == steps.Length - 1) return value is Array items ? HoldsAny(items) : IsMet(value);
        return value is RecordPart[] parts ? HoldsAny(parts, step + 1) : Holds(value, step + 1);
    }

    private bool HoldsAny(RecordPart[] parts, int step)
    {
        foreach (RecordPart part in parts)
            if (Holds(part, step)) return true;
        return false;
    }

    private bool HoldsAny(Array items)
    {
        if (Values.Length == 0 && MinLength == 0 && items is not string[]) return items.Length > 0;
        foreach (object item in items)
            if (IsMet(item)) return true;
        return false;
    }

    // What is blank is not there.
    private bool IsMet(object value)
    {
        if (Values.Length > 0) return Array.IndexOf(Values, TextOf(value)) >= 0;
        return value is not string text || (!string.IsNullOrWhiteSpace(text) && text.Length >= MinLength);
    }

    private static string? TextOf(object value) => value switch
    {
        CodedValue code => code.OwnCode,
        bool truth => truth ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value as string,
    };
}
