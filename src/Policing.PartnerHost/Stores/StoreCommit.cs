using Policing.DataModel;

namespace Policing.PartnerHost;

/// <summary>What is stored together or not at all.</summary>
/// <remarks>Immutable. It holds people's data.</remarks>
public sealed record StoreCommit
{
    /// <summary>The records, each once.</summary>
    public ValueList<RecordWrite> Records { get; init; }

    /// <summary>What came of the request, where it was sent under a key.</summary>
    public KeyedOutcome? Outcome { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The name of the type; never what is in it.</summary>
    public override string ToString() => nameof(StoreCommit);
}
