namespace Policing.Ethics;

/// <summary>What kind of value an attribute has, which says what operators go with it.</summary>
internal enum AttributeShape
{
    /// <summary>Can be asked for and not compared.</summary>
    Presence,

    /// <summary>A code or token.</summary>
    Text,

    /// <summary>A set of those.</summary>
    Texts,

    /// <summary>An agency.</summary>
    Agency,

    /// <summary>A set of agencies.</summary>
    Agencies,

    /// <summary>A set of words of ours.</summary>
    Flags,

    /// <summary>A level.</summary>
    Level,
}
