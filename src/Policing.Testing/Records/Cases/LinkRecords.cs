using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Testing;

/// <summary>Makes links. Their ids follow from ends and role, so the same link made twice is the same record.</summary>
internal static class LinkRecords
{
    private const string Kind = "link";

    public static Link Of(RecordStamp stamp, PoliceRecord from, LinkRole role, PoliceRecord to)
    {
        var key = $"{from.Id.Text} {role.OwnCode} {to.Id.Text}";
        return new()
        {
            Id = stamp.IdOf(Kind, key),
            Version = from.Version is { } version ? new() { Number = 1, RecordedAt = version.RecordedAt } : null,
            Source = new() { System = RecordStamp.SystemName },
            Controllers = from.Controllers,
            From = EndOf(from),
            Role = role,
            To = EndOf(to),
        };
    }

    private static LinkEnd EndOf(PoliceRecord record) => new() { Id = record.Id, Kind = record.Type };
}
