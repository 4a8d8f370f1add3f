namespace Policing.ModelGenerator;

/// <summary>What a property holds, by the way it is read and written.</summary>
public enum ValueKind
{
    /// <summary>A string.</summary>
    String,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A decimal number.</summary>
    Decimal,

    /// <summary>A value struct whose wire form is a string.</summary>
    Text,

    /// <summary>A value of a code list.</summary>
    Code,

    /// <summary>A part with members of its own.</summary>
    Part,

    /// <summary>Any JSON.</summary>
    Raw,

    /// <summary>A record of any type.</summary>
    Record,
}

/// <summary>Whether a property holds one value, a list, or a map.</summary>
public enum Shape
{
    /// <summary>One or none.</summary>
    One,

    /// <summary>A list.</summary>
    List,

    /// <summary>A map from text.</summary>
    Map,
}

/// <summary>One property of a record or part.</summary>
public sealed record ModelProperty(
    string Name, string TypeName, ValueKind Kind, Shape Shape, bool Required, string DataClass, string Summary, bool IsDiscriminator, bool IsTrial)
{
    /// <summary>The member's name on the wire.</summary>
    public string WireName => char.ToLowerInvariant(Name[0]) + Name[1..];
}

/// <summary>One record or part. What is on trial may change within a major version. The group is the folder of its source file.</summary>
public sealed record ModelType(
    string Name, string Group, string? WireType, string Summary, bool IsTrial, IReadOnlyList<ModelProperty> Own, IReadOnlyList<ModelProperty> Envelope)
{
    /// <summary>All members in the order they are written, the envelope first.</summary>
    public IReadOnlyList<ModelProperty> All { get; } = [.. Envelope, .. Own];
}

/// <summary>One code of a list.</summary>
public sealed record ModelCode(string Code, string Name, string Label, bool Retired, string Provenance, string? Note);

/// <summary>One code list.</summary>
public sealed record ModelCodeList(string Id, string TypeName, string Title, string Source, string Provenance, IReadOnlyList<ModelCode> Codes);

/// <summary>
/// One value whose wire form is a string. The surface of one that is just its text is generated. The pattern, of ECMA-262, is what a
/// well-formed text at least meets; a check character is beyond it.
/// </summary>
public sealed record ModelValue(string Name, string Summary, bool IsGenerated, string? Pattern);

/// <summary>The whole model.</summary>
public sealed record Model(IReadOnlyList<ModelType> Types, IReadOnlyList<ModelCodeList> Lists, IReadOnlyList<ModelValue> Values)
{
    /// <summary>The records, without the parts.</summary>
    public IEnumerable<ModelType> Records => Types.Where(t => t.WireType is not null);
}
