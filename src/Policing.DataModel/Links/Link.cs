using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A relation between two records: a role, from one end to the other, for a time.</summary>
/// <remarks>A link may leave out controllers, marking and collection that equal those of its 'from' record.</remarks>
[JsonConverter(typeof(LinkConverter))]
public sealed record Link() : PoliceRecord("link")
{
    /// <summary>The end that has the role.</summary>
    [Personal]
    public required LinkEnd? From { get; init; }

    /// <summary>The end that it has the role in.</summary>
    [Personal]
    public required LinkEnd? To { get; init; }

    /// <summary>The role; between people, how they are related. A safe number is one role of a telephone. Source: POLE DS_047, POLE DS_111.</summary>
    [CriminalAllegation]
    public required LinkRole? Role { get; init; }

    /// <summary>Since when it has held. Source: POLE DS_001.</summary>
    [Personal]
    public PartialDateTime Start { get; init; }

    /// <summary>Until when it held. Source: POLE DS_001.</summary>
    [Personal]
    public PartialDateTime End { get; init; }

    /// <summary>True for the one that counts among several of its kind, such as the main address.</summary>
    [Personal]
    public bool? Preferred { get; init; }

    /// <summary>What the role does not say, in words; says fact or assessment.</summary>
    [Personal]
    public string? Description { get; init; }

    /// <summary>Where the role is that of a victim. Source: POLE P_004, POLE P_016.</summary>
    [VulnerableOrProtected]
    public VictimDetails? Victim { get; init; }

    /// <summary>Where the role is that of a witness. Source: POLE P_005.</summary>
    [VulnerableOrProtected]
    public WitnessDetails? Witness { get; init; }

    /// <summary>Where the role is that of a suspect or offender. Source: POLE P_001, POLE P_002.</summary>
    [CriminalAllegation]
    public SuspectDetails? Suspect { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }

    /// <summary>
    /// A link with a new id, for example <c>Link.Between(person, LinkRole.Suspect, crime)</c>; add to it with <c>with</c>. It has no controllers,
    /// marking and collection of its own, and so those of <paramref name="from"/>.
    /// </summary>
    /// <param name="from">The record that has the role.</param>
    /// <param name="role">The role.</param>
    /// <param name="to">The record that it has the role in.</param>
    /// <exception cref="ArgumentException">A record has no id.</exception>
    public static Link Between(PoliceRecord from, LinkRole role, PoliceRecord to)
    {
        ArgumentNullException.ThrowIfNull(role);
        return new Link { Id = RecordId.New(), From = LinkEnd.Of(from), To = LinkEnd.Of(to), Role = role };
    }
}
