using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>What a member of the public or a body sent in by a form, as it was sent. What is made of it is a record of its own.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(SubmissionConverter))]
public sealed record Submission() : PoliceRecord("submission")
{
    /// <summary>When it was sent. Source: integration hub practice.</summary>
    [Personal]
    public RecordedTime SubmittedAt { get; init; }

    /// <summary>By what channel. Source: integration hub practice.</summary>
    [Operational]
    public SubmissionChannel? Channel { get; init; }

    /// <summary>The category chosen, in the words of the source. Source: integration hub practice.</summary>
    [Personal]
    public string? Category { get; init; }

    /// <summary>The subcategory chosen. Source: integration hub practice.</summary>
    [Personal]
    public string? Subcategory { get; init; }

    /// <summary>The force that it was sent to. Source: integration hub practice.</summary>
    [Public]
    public Agency? Force { get; init; }

    /// <summary>Whether the form found signs of serious harm. Source: integration hub practice.</summary>
    [VulnerableOrProtected]
    public bool? HighHarm { get; init; }

    /// <summary>The reference that the sender was given. Source: integration hub practice.</summary>
    [Personal]
    public string? CustomerReference { get; init; }

    /// <summary>The answers, in order.</summary>
    [CriminalAllegation]
    public ValueList<FormAnswer> Answers { get; init; }

    /// <summary>Whether the sender wishes not to be named.</summary>
    [Personal]
    public bool? Anonymous { get; init; }

    /// <summary>How the sender wishes to be reached. Source: integration hub practice.</summary>
    [Personal]
    public string? ContactPreference { get; init; }

    /// <summary>The language.</summary>
    [Personal]
    public Language? Language { get; init; }

    /// <summary>The network address from which it came. Source: integration hub practice.</summary>
    [Personal]
    public string? IpAddress { get; init; }

    /// <summary>The program with which it was sent. Source: integration hub practice.</summary>
    [Personal]
    public string? UserAgent { get; init; }

    /// <summary>References of the files that came along.</summary>
    [Personal]
    public ValueList<string> Attachments { get; init; }
}
