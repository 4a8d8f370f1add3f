using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>
/// A record of a type that this release does not know, kept whole: everything it held is in <see cref="Content"/>, and is written back. Its
/// envelope can be read; changing it changes nothing in the content.
/// </summary>
[JsonConverter(typeof(UnknownRecordConverter))]
public sealed record UnknownRecord : PoliceRecord
{
    [SetsRequiredMembers]
    internal UnknownRecord(string? type, RawJson content)
        : base(type ?? "")
    {
        HasType = type is not null;
        ModelVersion = null;
        Content = content;
    }

    /// <summary>False where the record, inside a bundle, had no <c>type</c> that is a string.</summary>
    [Public]
    public bool HasType { get; }

    /// <summary>The whole record as it came, a JSON object.</summary>
    [Personal]
    public RawJson Content { get; }
}
