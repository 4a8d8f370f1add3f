using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>
/// A record of the common model, with the envelope that every record carries. Immutable; equality is by content, collections included.
/// The kinds of record are those of this package; what it does not know is read as <see cref="UnknownRecord"/>.
/// </summary>
/// <remarks>Change one with a <c>with</c> expression. Read and write with <see cref="PoliceJson"/>.</remarks>
[JsonConverter(typeof(PoliceRecordConverter))]
public abstract record PoliceRecord
{
    private protected PoliceRecord(string type)
    {
        Type = type;
        ModelVersion = CurrentModelVersion;
    }

    /// <summary>The model version that this package writes.</summary>
    public const string CurrentModelVersion = "1.0";

    /// <summary>The identifier of the record.</summary>
    [Operational]
    public required RecordId Id { get; init; }

    /// <summary>The type, in kebab-case, for example <c>crime-outcome</c>.</summary>
    [Public]
    public string Type { get; }

    /// <summary>The model version that the record was written for, <c>major.minor</c>; a new record has this package's.</summary>
    [Public]
    public string? ModelVersion { get; init; }

    /// <summary>Which version of the record this is.</summary>
    [Operational]
    public RecordVersion? Version { get; init; }

    /// <summary>Whether the record may be relied on; absent means active.</summary>
    [Operational]
    public RecordStatus? Status { get; init; }

    /// <summary>The agencies that control the record; more than one when jointly. Source: DPA 2018 s.32.</summary>
    [Public]
    public ValueList<Agency> Controllers { get; init; }

    /// <summary>How joint controllers share their duties. Source: DPA 2018 s.58.</summary>
    [Public]
    public ControllerArrangement? Arrangement { get; init; }

    /// <summary>The agency that processes the record for its controllers. Source: DPA 2018 s.59.</summary>
    [Public]
    public Agency? Processor { get; init; }

    /// <summary>Where the record came from.</summary>
    [Operational]
    public RecordSource? Source { get; init; }

    /// <summary>Other identifiers of the same thing.</summary>
    [Operational]
    public ValueList<RecordReference> References { get; init; }

    /// <summary>The protective marking.</summary>
    [Operational]
    public Marking? Marking { get; init; }

    /// <summary>Why the record is held.</summary>
    [Operational]
    public CollectionBasis? Collection { get; init; }

    /// <summary>How long the record is kept.</summary>
    [Operational]
    public Retention? Retention { get; init; }

    /// <summary>JSON Pointer of a member to the reason why it has no value; a value or a reason, never both.</summary>
    [Operational]
    public ValueMap<AbsentReason> Absent { get; init; }

    /// <summary>Owner's URI to that owner's own data.</summary>
    [Personal]
    public ValueMap<Extension> Extensions { get; init; }

    /// <summary>On a minimised copy, by which policy it was made.</summary>
    [Operational]
    public RecordView? View { get; init; }

    /// <summary>The members that the model does not define, and those whose value had the wrong kind; written back as they came.</summary>
    [Personal]
    public UnknownMembers? Unknown { get; init; }

    /// <summary>The type and id; never the content. A type that this release does not know is the source's text, and not shown.</summary>
    public sealed override string ToString() => $"{(this is UnknownRecord ? "(unknown type)" : Type)} {(Id.IsMalformed ? "(malformed id)" : Id.Text)}";
}
