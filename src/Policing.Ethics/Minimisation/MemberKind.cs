namespace Policing.Ethics.Minimisation;

/// <summary>What a member holds, by its form on the wire.</summary>
internal enum MemberKind
{
    /// <summary>A string.</summary>
    String,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Decimal,

    /// <summary>A string with a form of its own, such as a date or an identifier.</summary>
    Text,

    /// <summary>A string of a code list, or the object form of a code.</summary>
    Code,

    /// <summary>An object with members of its own.</summary>
    Part,

    /// <summary>Any JSON.</summary>
    Raw,

    /// <summary>A record of any type.</summary>
    Record,
}
