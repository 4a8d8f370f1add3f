using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>The work on one matter. The crimes and other events that it is about are linked as part-of-investigation.</summary>
[JsonConverter(typeof(InvestigationConverter))]
public sealed record Investigation() : PoliceRecord("investigation")
{
    /// <summary>The title.</summary>
    [CriminalAllegation]
    public string? Title { get; init; }

    /// <summary>The operation's name.</summary>
    [Operational]
    public string? Operation { get; init; }

    /// <summary>Where it stands.</summary>
    [Operational]
    public InvestigationStatus? InvestigationStatus { get; init; }

    /// <summary>When it was opened.</summary>
    [CriminalAllegation]
    public PartialDateTime OpenedAt { get; init; }

    /// <summary>What it is about; says fact or assessment.</summary>
    [CriminalAllegation]
    public string? Summary { get; init; }

    /// <summary>The unique reference number of the case, once there is one. Source: CJS data standards, PTI_URN.</summary>
    [Operational]
    public CaseUrn CaseUrn { get; init; }

    /// <summary>The officer in the case.</summary>
    [Officer]
    public OfficerReference? OfficerInCase { get; init; }

    /// <summary>The senior investigating officer.</summary>
    [Officer]
    public OfficerReference? SeniorOfficer { get; init; }

    /// <summary>The supervisor.</summary>
    [Officer]
    public OfficerReference? SupervisedBy { get; init; }

    /// <summary>The disclosure officer. Source: CPS Disclosure Manual.</summary>
    [Officer]
    public OfficerReference? DisclosureOfficer { get; init; }

    /// <summary>The exhibits officer.</summary>
    [Officer]
    public OfficerReference? ExhibitsOfficer { get; init; }

    /// <summary>To whom it has been given, the latest first.</summary>
    [Operational]
    public ValueList<Allocation> Allocations { get; init; }

    /// <summary>The plan of the investigation.</summary>
    [Covert]
    public string? Plan { get; init; }

    /// <summary>The log of the enquiry, in order.</summary>
    [CriminalAllegation]
    public ValueList<LogEntry> Log { get; init; }

    /// <summary>The reviews by supervisors, the latest first.</summary>
    [CriminalAllegation]
    public ValueList<InvestigationReview> Reviews { get; init; }

    /// <summary>The legal authorities under which something was done. Source: CASE 1.4, Authorization.</summary>
    [Covert]
    public ValueList<Authorisation> Authorisations { get; init; }

    /// <summary>What it is flagged with.</summary>
    [VulnerableOrProtected]
    public ValueList<EventFlag> Flags { get; init; }

    /// <summary>When the next review is due.</summary>
    [Operational]
    public PartialDateTime ReviewDue { get; init; }

    /// <summary>When it was closed.</summary>
    [CriminalAllegation]
    public PartialDateTime ClosedAt { get; init; }

    /// <summary>Who closed it.</summary>
    [Officer]
    public OfficerReference? ClosedBy { get; init; }

    /// <summary>Why; says fact or assessment.</summary>
    [CriminalAllegation]
    public string? ClosedReason { get; init; }
}
