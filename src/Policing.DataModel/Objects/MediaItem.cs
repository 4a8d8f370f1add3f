using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A photograph, recording or file. The record describes it; the content is elsewhere. Who and what is in it are links.</summary>
/// <remarks>On trial: it may change within a major version, with a line in the changelog.</remarks>
[Experimental("PSDK0001")]
[JsonConverter(typeof(MediaItemConverter))]
public sealed record MediaItem() : PoliceRecord("media-item")
{
    /// <summary>What kind; a custody image is one kind. Source: POLE O_011, POLE O_012.</summary>
    [Personal]
    public MediaType? Kind { get; init; }

    /// <summary>What it shows. Source: POLE DS_101.</summary>
    [Personal]
    public string? Description { get; init; }

    /// <summary>When it was taken or recorded, at its start. Source: POLE DS_103.</summary>
    [Personal]
    public PartialDateTime TakenAt { get; init; }

    /// <summary>When the recording ended.</summary>
    [Personal]
    public PartialDateTime TakenUntil { get; init; }

    /// <summary>By how many seconds the recording's clock was ahead of true time; behind is negative.</summary>
    [Operational]
    public int? ClockError { get; init; }

    /// <summary>The officer who took it.</summary>
    [Officer]
    public OfficerReference? TakenBy { get; init; }

    /// <summary>With what it was taken.</summary>
    [Operational]
    public string? Equipment { get; init; }

    /// <summary>The type of its content, such as <c>video/mp4</c>. Source: RFC 6838, from memory.</summary>
    [Operational]
    public string? ContentType { get; init; }

    /// <summary>The file's name as received.</summary>
    [Personal]
    public string? FileName { get; init; }

    /// <summary>The size, in bytes.</summary>
    [Operational]
    public decimal? SizeInBytes { get; init; }

    /// <summary>How long it lasts, in seconds.</summary>
    [Operational]
    public decimal? Duration { get; init; }

    /// <summary>Digests of the content.</summary>
    [Operational]
    public ValueList<ContentHash> Hashes { get; init; }

    /// <summary>Where the content is held: the system, and its reference there.</summary>
    [Operational]
    public ExternalReference? HeldAt { get; init; }

    /// <summary>Whether it was changed, for example blurred or cut.</summary>
    [Operational]
    public bool? Edited { get; init; }

    /// <summary>What was changed, and why.</summary>
    [Operational]
    public string? EditedHow { get; init; }

    /// <summary>What is said in it.</summary>
    [Personal]
    public string? Transcript { get; init; }

    /// <summary>The languages in it. Source: ISO 639-2.</summary>
    [Personal]
    public ValueList<Language> Languages { get; init; }

    /// <summary>Whether it shows what must not be seen without need.</summary>
    [VulnerableOrProtected]
    public bool? SensitiveContent { get; init; }

    /// <summary>Whether whoever gave it agreed that it be shown to the public.</summary>
    [Personal]
    public bool? ReleaseAgreed { get; init; }
}
