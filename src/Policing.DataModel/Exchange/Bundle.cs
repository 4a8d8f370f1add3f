using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A set of records that belong together: a collection, a submission, or a message.</summary>
[JsonConverter(typeof(BundleConverter))]
public sealed record Bundle() : PoliceRecord("bundle")
{
    /// <summary>Collection, submission or message.</summary>
    [Public]
    public required BundleKind? Kind { get; init; }

    /// <summary>Actual, exercise or test. It never changes within a correlation. Source: CAP and EDXL-DE status.</summary>
    [Public]
    public required OperationalStatus? OperationalStatus { get; init; }

    /// <summary>When it was made or sent.</summary>
    [Public]
    public RecordedTime SentAt { get; init; }

    /// <summary>Who sends it; needed for submissions and messages.</summary>
    [Public]
    public Agency? Sender { get; init; }

    /// <summary>To whom it is sent; needed for submissions and messages.</summary>
    [Public]
    public ValueList<Agency> Recipients { get; init; }

    /// <summary>The agreement and purpose, where a recipient is not the sender.</summary>
    [Operational]
    public Sharing? Sharing { get; init; }

    /// <summary>What a message asks or says.</summary>
    [Operational]
    public MessageBlock? Message { get; init; }

    /// <summary>The link ends that are not in the bundle: by id, or by system and reference.</summary>
    [Operational]
    public ValueList<LinkEnd> External { get; init; }

    /// <summary>The records.</summary>
    [Personal]
    public ValueList<PoliceRecord> Records { get; init; }

    /// <summary>Reserved: kept, without meaning in this version.</summary>
    [Public]
    public ValueList<RawJson> Signatures { get; init; }
}
