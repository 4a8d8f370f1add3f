using Policing.DataModel;

namespace Policing.PartnerHost;

/// <summary>One record to be stored.</summary>
/// <remarks>Immutable. It holds a person's data, the keys too.</remarks>
public sealed record RecordWrite
{
    /// <summary>The new version. Its revision is one more than the expected.</summary>
    public required StoredRecord Record { get; init; }

    /// <summary>The revision that the record must have now; 0 where there must be none.</summary>
    public required long Expected { get; init; }

    /// <summary>
    /// What changes. With <see cref="ChangeKind.Disposed"/> the content and keys of every earlier version go, from the history, the write-ahead log and wherever else
    /// the store has them.
    /// </summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The keys that find the record from now on, in place of those it had; see <see cref="CandidateQuery"/>.</summary>
    public ValueList<string> Keys { get; init; }

    /// <summary>Whether the change is put into the feed; what is only about an exchange, such as a receipt, is not.</summary>
    public bool Announced { get; init; } = true;

    /// <summary>The agencies that are told of the change whatever they may read; kept with the change.</summary>
    public ValueList<Agency> Notified { get; init; }

    /// <summary>The kind; never what is in it.</summary>
    public override string ToString() => $"{nameof(RecordWrite)} {Kind}";
}
