
namespace Policing.Ethics;

/// <summary>The protective marking as a level, for rules: the highest of the record's own and its members'. Source of the tiers: Government Security Classifications Policy.</summary>
public enum MarkingLevel
{
    /// <summary>OFFICIAL; also a record without a marking, as in <c>default</c>.</summary>
    Official,

    /// <summary>OFFICIAL-SENSITIVE, which is a marking within OFFICIAL and not a tier.</summary>
    OfficialSensitive,

    /// <summary>SECRET.</summary>
    Secret,

    /// <summary>TOP SECRET.</summary>
    TopSecret,

    /// <summary>A tier that this release does not know: above all others.</summary>
    Unknown,
}
