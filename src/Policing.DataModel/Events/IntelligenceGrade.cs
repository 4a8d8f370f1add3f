using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A grade by 3x5x2: how reliable the source is, how the source knows, and how the item may be handled. Grades are words, never numbers to reckon with.</summary>
[JsonConverter(typeof(IntelligenceGradeConverter))]
public sealed record IntelligenceGrade : RecordPart
{
    /// <summary>How reliable the source is, 1 to 3. Source: 3x5x2, as in public programs and training.</summary>
    [Operational]
    public IntelligenceSource? Source { get; init; }

    /// <summary>How the source knows it, A to E. Source: 3x5x2, as in public programs and training.</summary>
    [Operational]
    public IntelligenceAssessment? Assessment { get; init; }

    /// <summary>Whether it may be shared lawfully as it is (P), or only with conditions (C). Source: 3x5x2, as in public programs and training.</summary>
    [Operational]
    public IntelligenceHandling? Handling { get; init; }

    /// <summary>What may be done with it, A1 to A3; only with C. Source: 3x5x2, as in public programs and training.</summary>
    [Operational]
    public IntelligenceAction? Action { get; init; }

    /// <summary>Who may sanitise it for wider sharing, S1 or S2; only with C. Source: 3x5x2, as in public programs and training.</summary>
    [Operational]
    public IntelligenceSanitisation? Sanitisation { get; init; }

    /// <summary>The handling conditions; with C always. Source: 3x5x2, as in public programs and training.</summary>
    [Operational]
    public string? Conditions { get; init; }

    /// <summary>What the owner permits; with A3 always. Source: 3x5x2, as in public programs and training.</summary>
    [Operational]
    public string? Usage { get; init; }

    /// <summary>The grade that was given under the older scheme, kept as it was and never converted. Source: 5x5x5.</summary>
    [Operational]
    public OriginalGrade? Original { get; init; }
}
