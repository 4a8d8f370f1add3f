namespace Policing.HostDrill.Accounts;

/// <summary>A write of one record that was sent: the record, and the words by which this write is known among all others.</summary>
internal sealed record SentWrite(RecordAccount Record, string Marker);
