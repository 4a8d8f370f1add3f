using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A language that a person uses, and how well.</summary>
[JsonConverter(typeof(LanguageUseConverter))]
public sealed record LanguageUse : RecordPart
{
    /// <summary>The language, sign languages among them. Source: ISO 639-2.</summary>
    [Personal]
    public Language? Language { get; init; }

    /// <summary>The dialect or variety.</summary>
    [Personal]
    public string? Dialect { get; init; }

    /// <summary>How well.</summary>
    [Personal]
    public LanguageFluency? Fluency { get; init; }

    /// <summary>Whether it is the first language.</summary>
    [Personal]
    public bool? FirstLanguage { get; init; }

    /// <summary>Whether the person prefers to speak it.</summary>
    [Personal]
    public bool? PreferredSpoken { get; init; }

    /// <summary>Whether the person prefers to be written to in it.</summary>
    [Personal]
    public bool? PreferredWritten { get; init; }

    /// <summary>Whether an interpreter is needed for it.</summary>
    [VulnerableOrProtected]
    public bool? InterpreterNeeded { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
