using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One officer's use of force on one person. On whom, if known, is a link.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(UseOfForceConverter))]
public sealed record UseOfForce() : PoliceRecord("use-of-force")
{
    /// <summary>When.</summary>
    [Personal]
    public PartialDateTime At { get; init; }

    /// <summary>Who used it.</summary>
    [Officer]
    public OfficerReference? UsedBy { get; init; }

    /// <summary>Why. Source: use of force form.</summary>
    [Personal]
    public ValueList<ForceReason> Reasons { get; init; }

    /// <summary>What was used, in order. Source: use of force form.</summary>
    [Personal]
    public ValueList<ForceTacticUse> Tactics { get; init; }

    /// <summary>What made force necessary, in the words of the source. Source: use of force form.</summary>
    [Personal]
    public ValueList<string> ImpactFactors { get; init; }

    /// <summary>What is recorded of the person, as the officer perceived it.</summary>
    [Personal]
    public SearchedPerson? Subject { get; init; }

    /// <summary>Whether the officer took the person to have a physical disability. Source: use of force form.</summary>
    [Sensitive]
    public bool? PerceivedPhysicalDisability { get; init; }

    /// <summary>Whether the officer took the person to have a mental disability. Source: use of force form.</summary>
    [Sensitive]
    public bool? PerceivedMentalDisability { get; init; }

    /// <summary>Whether the officer was assaulted.</summary>
    [Personal]
    public bool? Assaulted { get; init; }

    /// <summary>The officer's injury.</summary>
    [Sensitive]
    public string? OfficerInjury { get; init; }

    /// <summary>The person's injury.</summary>
    [Sensitive]
    public string? SubjectInjury { get; init; }

    /// <summary>What medical help was offered or given.</summary>
    [Sensitive]
    public string? MedicalHelp { get; init; }

    /// <summary>What followed.</summary>
    [CriminalAllegation]
    public string? Outcome { get; init; }

    /// <summary>The account; says fact or assessment.</summary>
    [Personal]
    public string? Text { get; init; }

    /// <summary>Whether it was recorded on body-worn video.</summary>
    [Operational]
    public bool? BodyWornVideo { get; init; }

    /// <summary>Who reviewed it.</summary>
    [Officer]
    public OfficerReference? ReviewedBy { get; init; }
}
