using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>What rights a detained person was given, and when.</summary>
[JsonConverter(typeof(CustodyRightsConverter))]
public sealed record CustodyRights : RecordPart
{
    /// <summary>When the rights were told. Source: PACE Code C 3.1.</summary>
    [Personal]
    public PartialDateTime GivenAt { get; init; }

    /// <summary>When the written notice was given. Source: PACE Code C 3.2.</summary>
    [Personal]
    public PartialDateTime NoticeGivenAt { get; init; }

    /// <summary>Whether the person wants somebody to be told. Source: PACE 1984 s.56.</summary>
    [Personal]
    public bool? InformSomeone { get; init; }

    /// <summary>When that was done. Source: PACE 1984 s.56.</summary>
    [Personal]
    public PartialDateTime SomeoneInformedAt { get; init; }

    /// <summary>Whether the person wants legal advice. Source: PACE 1984 s.58.</summary>
    [Personal]
    public bool? LegalAdviceWanted { get; init; }

    /// <summary>When it was asked for. Source: PACE 1984 s.58.</summary>
    [Personal]
    public PartialDateTime LegalAdviceRequestedAt { get; init; }

    /// <summary>When it was had. Source: PACE 1984 s.58.</summary>
    [Personal]
    public PartialDateTime LegalAdviceAt { get; init; }

    /// <summary>Why it was declined, if the person said. Source: PACE Code C 6.5.</summary>
    [Personal]
    public string? LegalAdviceDeclinedReason { get; init; }

    /// <summary>Who authorised a delay of a right. Source: PACE Code C Annex B.</summary>
    [Officer]
    public OfficerReference? DelayedBy { get; init; }

    /// <summary>Why. Source: PACE Code C Annex B.</summary>
    [CriminalAllegation]
    public string? DelayReason { get; init; }

    /// <summary>When the consulate was told. Source: PACE Code C 7.</summary>
    [Personal]
    public PartialDateTime ConsulateInformedAt { get; init; }
}
