using System.Collections.Concurrent;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;

namespace Policing.PartnerHost;

/// <summary>
/// What is read and decided on where no record is there: a record of the type that was asked for, marked for the host's agency alone. To refuse it is the work that it is to refuse one that is
/// hidden, so that the time of an answer does not tell the two apart. Nothing of it is stored, written down or answered. Thread-safe.
/// </summary>
internal sealed class StandIn(Agency owner)
{
    private readonly ConcurrentDictionary<string, byte[]> _contents = new(StringComparer.Ordinal);

    /// <summary>Reads it, anew each time, as a store's content is; null for a type that is not held.</summary>
    public PoliceRecord? Read(string? type) => type is null ? null : PoliceJson.Read(_contents.GetOrAdd(type, Write)).Record;

    private byte[] Write(string type)
    {
        byte[] bare = JsonAnswer.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteString("id", RecordId.Derive("policing-partner-host", "stand-in").Canonical);
            json.WriteString("type", type);
            json.WriteString("modelVersion", PoliceRecord.CurrentModelVersion);
            json.WriteEndObject();
        });
        PoliceRecord empty = PoliceJson.Read(bare).Record ?? throw new InvalidOperationException("A bare record cannot be read.");
        return PoliceJson.Write(empty with
        {
            Version = new RecordVersion { Number = 1 },
            Controllers = [owner],
            Source = new RecordSource { System = "stand-in", Reference = "stand-in", Agency = owner },
            Marking = new Marking { Tier = SecurityTier.Official, ReleaseTo = [owner] },
        });
    }
}
