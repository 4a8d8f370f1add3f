using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>What is held of somebody as a witness in one matter.</summary>
[JsonConverter(typeof(WitnessDetailsConverter))]
public sealed record WitnessDetails : RecordPart
{
    /// <summary>Whether the witness has no tie to those involved.</summary>
    [VulnerableOrProtected]
    public bool? Independent { get; init; }

    /// <summary>Whether the witness saw or heard what matters most.</summary>
    [VulnerableOrProtected]
    public bool? Significant { get; init; }

    /// <summary>Whether the witness is vulnerable. Source: YJCEA 1999 s.16, from memory.</summary>
    [VulnerableOrProtected]
    public bool? Vulnerable { get; init; }

    /// <summary>Whether the witness is or may be afraid to testify. Source: YJCEA 1999 s.17, from memory.</summary>
    [VulnerableOrProtected]
    public bool? Intimidated { get; init; }

    /// <summary>The special measures asked for or granted. Source: YJCEA 1999 ss.23 to 30, from memory.</summary>
    [VulnerableOrProtected]
    public ValueList<SpecialMeasure> SpecialMeasures { get; init; }

    /// <summary>Whether the witness is willing to attend court.</summary>
    [VulnerableOrProtected]
    public bool? WillingToAttendCourt { get; init; }

    /// <summary>When the witness cannot attend.</summary>
    [Personal]
    public ValueList<TimeWindow> Unavailable { get; init; }

    /// <summary>What the witness needs in order to attend.</summary>
    [VulnerableOrProtected]
    public ValueList<SupportNeed> Needs { get; init; }

    /// <summary>Whether the witness has made a statement.</summary>
    [Operational]
    public bool? StatementMade { get; init; }
}
