using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One answer of a form.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(FormAnswerConverter))]
public sealed record FormAnswer : RecordPart
{
    /// <summary>The question's id or text.</summary>
    [Operational]
    public string? Question { get; init; }

    /// <summary>The answer.</summary>
    [CriminalAllegation]
    public string? Answer { get; init; }
}
