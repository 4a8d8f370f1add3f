using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One result of a court for one charge.</summary>
[JsonConverter(typeof(CourtDisposalConverter))]
public sealed record CourtDisposal : RecordPart
{
    /// <summary>What kind of result it is. Source: bichard7-next-data.</summary>
    [CriminalAllegation]
    public ResultClass? Kind { get; init; }

    /// <summary>The CJS result code, four digits. Source: bichard7-next-data.</summary>
    [CriminalAllegation]
    public string? Result { get; init; }

    /// <summary>The CJS result qualifiers. Source: bichard7-next-data.</summary>
    [CriminalAllegation]
    public ValueList<string> Qualifiers { get; init; }

    /// <summary>The result in words.</summary>
    [CriminalAllegation]
    public string? Text { get; init; }

    /// <summary>When it was given.</summary>
    [CriminalAllegation]
    public PartialDateTime At { get; init; }

    /// <summary>How long.</summary>
    [CriminalAllegation]
    public decimal? Duration { get; init; }

    /// <summary>The unit of that. Source: bichard7-next-data.</summary>
    [CriminalAllegation]
    public DurationUnit? DurationUnit { get; init; }

    /// <summary>How much, in pounds sterling.</summary>
    [CriminalAllegation]
    public decimal? Amount { get; init; }

    /// <summary>Whether it is suspended.</summary>
    [CriminalAllegation]
    public bool? Suspended { get; init; }

    /// <summary>Since when it holds.</summary>
    [CriminalAllegation]
    public PartialDateTime From { get; init; }

    /// <summary>Until when it holds.</summary>
    [CriminalAllegation]
    public PartialDateTime To { get; init; }
}
