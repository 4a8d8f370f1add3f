using Policing.DataModel;

namespace Policing.Client;

/// <summary>The record that what is searched for is linked to, in one step. Immutable.</summary>
public sealed record SearchLink
{
    /// <summary>The type of the record, as on the wire.</summary>
    public required string RecordType { get; init; }

    /// <summary>The record.</summary>
    public required RecordId Record { get; init; }

    /// <summary>The roles of such links, as on the wire; empty for all.</summary>
    public ValueList<string> Roles { get; init; }

    /// <summary>Linked to this record.</summary>
    public static SearchLink To(PoliceRecord record, params ReadOnlySpan<string> roles)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new() { RecordType = record.Type, Record = record.Id, Roles = ValueList.Create(roles) };
    }
}
