using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>One document of a case file.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(CaseDocumentConverter))]
public sealed record CaseDocument : RecordPart
{
    /// <summary>The form, such as MG5. Source: MG forms.</summary>
    [Operational]
    public string? Form { get; init; }

    /// <summary>The title.</summary>
    [CriminalAllegation]
    public string? Title { get; init; }

    /// <summary>Its reference in the system that keeps it.</summary>
    [Operational]
    public string? Reference { get; init; }

    /// <summary>When it was made.</summary>
    [Operational]
    public PartialDateTime At { get; init; }

    /// <summary>The method of the digest.</summary>
    [Operational]
    public HashAlgorithm? DigestMethod { get; init; }

    /// <summary>The digest of the file.</summary>
    [Operational]
    public string? Digest { get; init; }
}
