using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>What a recipient says of one record of a bundle.</summary>
[JsonConverter(typeof(ReceiptEntryConverter))]
public sealed record ReceiptEntry : RecordPart
{
    /// <summary>The record's id.</summary>
    [Operational]
    public RecordId Record { get; init; }

    /// <summary>The recipient's own references for it.</summary>
    [Operational]
    public ValueList<RecordReference> References { get; init; }

    /// <summary>What was found of it.</summary>
    [Operational]
    public ValueList<ReceiptFinding> Findings { get; init; }
}
