using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One item of unused material.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(DisclosureItemConverter))]
public sealed record DisclosureItem : RecordPart
{
    /// <summary>Its number on the schedule, from 1. Source: CPS Disclosure Manual.</summary>
    [Operational]
    public int? Number { get; init; }

    /// <summary>The schedule that it stands on. Source: CPS Disclosure Manual.</summary>
    [Operational]
    public DisclosureSchedule? Schedule { get; init; }

    /// <summary>What it is; on the schedule for the defence it names no source. Source: CPS Disclosure Manual.</summary>
    [Covert]
    public string? Description { get; init; }

    /// <summary>Where it is kept.</summary>
    [Covert]
    public string? Location { get; init; }

    /// <summary>Why it is sensitive. Source: CPS Disclosure Manual.</summary>
    [Covert]
    public string? SensitiveReason { get; init; }

    /// <summary>Whether it might reasonably undermine the prosecution or assist the accused. Source: CPS Disclosure Manual.</summary>
    [CriminalAllegation]
    public bool? MayUndermineOrAssist { get; init; }

    /// <summary>Why, in the view of the disclosure officer. Source: CPS Disclosure Manual.</summary>
    [Covert]
    public string? OfficerComment { get; init; }

    /// <summary>What the prosecutor decided: to disclose, not to, or to inspect. Source: CPS Disclosure Manual.</summary>
    [CriminalAllegation]
    public string? ProsecutorView { get; init; }
}
