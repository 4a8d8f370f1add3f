namespace Policing.DataModel.Codes;

/// <summary>What a list says of one code. Immutable.</summary>
public sealed record CodeEntry
{
    /// <summary>The code.</summary>
    public required string Code { get; init; }

    /// <summary>What people call it, in English.</summary>
    public required string Label { get; init; }

    /// <summary>What people call it in Welsh, where a source gives that.</summary>
    public string? WelshLabel { get; init; }

    /// <summary>The first day on which it is in force; null when not stated.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day on which it is in force; null when not stated.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>True when it is no longer for new records.</summary>
    public bool IsRetired { get; init; }

    /// <summary>The code that replaced it.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>The group that it belongs to, where the list has groups.</summary>
    public string? Group { get; init; }

    /// <summary>True when the source of the code was read; false when it was written from memory.</summary>
    public bool IsVerified { get; init; }

    /// <summary>Other system's name to what that system writes for this code.</summary>
    public ValueMap<ValueList<string>> Mappings { get; init; }

    /// <summary>For a link role: the types that can have the role, for example <c>person</c>; empty otherwise.</summary>
    public ValueList<string> From { get; init; }

    /// <summary>For a link role: the types that it can be had in; empty otherwise.</summary>
    public ValueList<string> To { get; init; }

    /// <summary>For a link role: true when both ends must be of one type, as with <c>same-as</c>.</summary>
    public bool JoinsLikeOnly { get; init; }

    /// <summary>For a link role: what people call it read from the other end, in English; null otherwise.</summary>
    public string? Inverse { get; init; }

    /// <summary>For a link role: the data-subject category that it puts a person into. Source: DPA 2018 s.38(3).</summary>
    public string? DataSubjectCategory { get; init; }

    /// <summary>For a kind of number: the property categories whose things carry it; empty when any may, and otherwise.</summary>
    public ValueList<string> Fits { get; init; }

    /// <summary>For a link role: whether it may join records of these types. A type that is null is not known, and fits.</summary>
    /// <param name="from">The type of the end that has the role, as on the wire.</param>
    /// <param name="to">The type of the end that it is had in.</param>
    public bool Joins(string? from, string? to) =>
        IsAmong(From, from) && IsAmong(To, to) && !(JoinsLikeOnly && from is not null && to is not null && from != to);

    /// <summary>True when it can be used for a record of this date: in force then, or, for an unknown date, not retired.</summary>
    public bool IsInForce(DateOnly? date)
    {
        if (date is not { } day) return !IsRetired;
        if (IsRetired && ValidTo is null) return false;
        return !(ValidFrom > day) && !(ValidTo < day);
    }

    private static bool IsAmong(ValueList<string> types, string? type) => type is null || types.IsEmpty || types.AsSpan().Contains(type);
}
