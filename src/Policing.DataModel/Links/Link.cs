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

    /// <summary>The role.</summary>
    [Personal]
    public required LinkRole? Role { get; init; }

    /// <summary>Since when it has held.</summary>
    [Personal]
    public PartialDateTime Start { get; init; }

    /// <summary>Until when it held.</summary>
    [Personal]
    public PartialDateTime End { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
