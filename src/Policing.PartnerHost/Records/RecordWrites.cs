using Policing.DataModel;
using Policing.DataModel.Json;

namespace Policing.PartnerHost;

/// <summary>Makes the rows that a store is given.</summary>
internal static class RecordWrites
{
    public static RecordWrite Of(PoliceRecord record, long revision, ChangeKind kind, DateTimeOffset time) =>
        Of(record, PoliceJson.Write(record), revision, kind, time);

    public static RecordWrite Of(PoliceRecord record, ReadOnlyMemory<byte> content, long revision, ChangeKind kind, DateTimeOffset time) => new()
    {
        Record = new StoredRecord { Id = record.Id, Type = record.Type, Revision = revision + 1, Content = content, StoredAt = time },
        Expected = revision,
        Kind = kind,
        Keys = kind is ChangeKind.Disposed ? default : SearchKeys.Of(record),
    };
}
