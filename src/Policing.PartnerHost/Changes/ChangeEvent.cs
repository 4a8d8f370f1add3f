using Policing.DataModel;

namespace Policing.PartnerHost;

/// <summary>What a subscriber is told of a change.</summary>
internal sealed record ChangeEvent(long Sequence, string Name, RecordId Record, string Type, DateTimeOffset Time);
