using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One referral of a concern to another body or conference.</summary>
[JsonConverter(typeof(SafeguardingReferralConverter))]
public sealed record SafeguardingReferral : RecordPart
{
    /// <summary>To which body.</summary>
    [Operational]
    public Agency? To { get; init; }

    /// <summary>To which conference of several bodies, such as MARAC.</summary>
    [Operational]
    public string? Conference { get; init; }

    /// <summary>When.</summary>
    [VulnerableOrProtected]
    public PartialDateTime At { get; init; }

    /// <summary>Who referred it.</summary>
    [Officer]
    public OfficerReference? By { get; init; }

    /// <summary>Whether it was taken up.</summary>
    [VulnerableOrProtected]
    public bool? Accepted { get; init; }

    /// <summary>What they answered.</summary>
    [VulnerableOrProtected]
    public string? Response { get; init; }
}
