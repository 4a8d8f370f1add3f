using Policing.DataModel;

namespace Policing.PoliceUk.Mapping;

/// <summary>A place that has a record.</summary>
internal sealed class KnownPlace(RecordId id)
{
    public RecordId Id { get; } = id;

    /// <summary>The end of a link that leads here; all links share it.</summary>
    public LinkEnd End { get; } = new() { Id = id, Kind = "location" };
}
