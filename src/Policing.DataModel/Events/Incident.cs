using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>What was reported to control, and what was done about it at once. What follows from it (a crime, a missing person) is a record of its own, linked as recorded-from.</summary>
[JsonConverter(typeof(IncidentConverter))]
public sealed record Incident() : PoliceRecord("incident")
{
    /// <summary>When it was reported.</summary>
    [Personal]
    public PartialDateTime ReportedAt { get; init; }

    /// <summary>By what channel the report came.</summary>
    [Operational]
    public SubmissionChannel? Channel { get; init; }

    /// <summary>When it happened, as far as it is known. Source: POLE E_002.</summary>
    [Personal]
    public TimeWindow? Occurred { get; init; }

    /// <summary>What was reported, in short; says fact or assessment.</summary>
    [CriminalAllegation]
    public string? Summary { get; init; }

    /// <summary>The code of the national standard for incident recording under which it was opened. Source: POLE DS_091.</summary>
    [Operational]
    public NsirCode OpeningCode { get; init; }

    /// <summary>The code of that standard under which it was closed. Source: POLE DS_092.</summary>
    [Operational]
    public NsirCode ClosingCode { get; init; }

    /// <summary>The Home Office classification that qualifies it, where what was reported may be a crime. Source: POLE DS_074.</summary>
    [CriminalAllegation]
    public HomeOfficeClassification HomeOfficeClassification { get; init; }

    /// <summary>The grade of response in force; a force's own grade stands beside it in the object form.</summary>
    [Operational]
    public ResponseGrade? Grade { get; init; }

    /// <summary>By when somebody is to be there.</summary>
    [Operational]
    public PartialDateTime AttendBy { get; init; }

    /// <summary>The assessments of threat, harm, risk and vulnerability, the latest first. Source: THRIVE, as described by forces.</summary>
    [VulnerableOrProtected]
    public ValueList<ThriveAssessment> Assessments { get; init; }

    /// <summary>The monitored strands of hate that were perceived. Source: POLE DS_096.</summary>
    [Sensitive]
    public ValueList<HateStrand> HateStrands { get; init; }

    /// <summary>What it is flagged with, such as domestic abuse.</summary>
    [VulnerableOrProtected]
    public ValueList<EventFlag> Flags { get; init; }

    /// <summary>The units that were sent, and when they were there.</summary>
    [Operational]
    public ValueList<IncidentAttendance> Attendances { get; init; }

    /// <summary>The log, in order.</summary>
    [CriminalAllegation]
    public ValueList<LogEntry> Log { get; init; }

    /// <summary>Other services and bodies that were told.</summary>
    [Operational]
    public ValueList<Agency> Informed { get; init; }

    /// <summary>Who took the report.</summary>
    [Officer]
    public OfficerReference? ReceivedBy { get; init; }

    /// <summary>The supervisor of the response.</summary>
    [Officer]
    public OfficerReference? SupervisedBy { get; init; }

    /// <summary>When it was closed.</summary>
    [Operational]
    public PartialDateTime ClosedAt { get; init; }

    /// <summary>Who closed it.</summary>
    [Officer]
    public OfficerReference? ClosedBy { get; init; }

    /// <summary>How it ended; says fact or assessment.</summary>
    [CriminalAllegation]
    public string? ClosingSummary { get; init; }

    /// <summary>The force in whose area it fell, where that is not the controller.</summary>
    [Public]
    public Agency? ForceArea { get; init; }

    /// <summary>What the source adds.</summary>
    [Operational]
    public string? Context { get; init; }
}
