namespace Policing.Ethics.Audit;

/// <summary>Why bytes are not a policy of logs and witnesses.</summary>
public enum WitnessPolicyFault
{
    /// <summary>They are; also the default.</summary>
    None,

    /// <summary>There is more than the limit allows.</summary>
    TooLong,

    /// <summary>There is a control character other than tab and end of line, or the last line has no end.</summary>
    Characters,

    /// <summary>A line begins with no word of the format, or has too few or too many items.</summary>
    Line,

    /// <summary>A key cannot be read.</summary>
    Key,

    /// <summary>A key is of a type that cannot stand there, or that cannot be checked with what was given.</summary>
    KeyType,

    /// <summary>Two lines have one public key.</summary>
    DuplicateKey,

    /// <summary>A name is given twice, or is <c>none</c>.</summary>
    DuplicateName,

    /// <summary>A name was not given on a line before.</summary>
    UnknownName,

    /// <summary>A name is a member twice.</summary>
    MemberTwice,

    /// <summary>The number of a group is not from 1 to that of its members.</summary>
    Threshold,

    /// <summary>There is no line with a quorum, or more than one.</summary>
    Quorum,
}
