namespace Policing.Ethics.Audit;

/// <summary>Why a JSON text has no canonical form.</summary>
public enum CanonicalJsonFault
{
    /// <summary>There is a canonical form; also the default.</summary>
    None,

    /// <summary>It is not JSON, or not UTF-8.</summary>
    NotJson,

    /// <summary>It is longer than the limit.</summary>
    TooLong,

    /// <summary>Objects and arrays lie deeper in each other than the limit.</summary>
    TooDeep,

    /// <summary>An object has two members of one name.</summary>
    DuplicateName,

    /// <summary>A text holds half of a surrogate pair.</summary>
    LoneSurrogate,

    /// <summary>A number is beyond what a double can hold.</summary>
    NumberOutOfRange,
}
