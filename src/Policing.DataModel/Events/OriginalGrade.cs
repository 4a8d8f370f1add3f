using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A grade of the older 5x5x5 scheme, as it was written. There is no official conversion to 3x5x2, so none is made.</summary>
[JsonConverter(typeof(OriginalGradeConverter))]
public sealed record OriginalGrade : RecordPart
{
    /// <summary>The source, A to E. Source: 5x5x5.</summary>
    [Operational]
    public IntelligenceLegacySource? Source { get; init; }

    /// <summary>The intelligence, 1 to 5. Source: 5x5x5.</summary>
    [Operational]
    public IntelligenceLegacyAssessment? Intelligence { get; init; }

    /// <summary>The handling code, 1 to 5. Source: 5x5x5.</summary>
    [Operational]
    public IntelligenceLegacyHandling? Handling { get; init; }

    /// <summary>The grade as the source wrote it, where it could not be taken apart.</summary>
    [Operational]
    public string? Text { get; init; }

    /// <summary>When it was given.</summary>
    [Operational]
    public PartialDateTime At { get; init; }
}
