using Policing.DataModel;

namespace Policing.Conformance.Clients;

/// <summary>What a client says became of a task, and what it got. Immutable.</summary>
public sealed record ClientAnswer
{
    /// <summary>How it ended.</summary>
    public required ClientOutcome Outcome { get; init; }

    /// <summary>With <see cref="ClientOutcome.Refused"/>: the code of the problem; empty where there was none that the client knows.</summary>
    public string Code { get; init; } = "";

    /// <summary>For <see cref="ClientOperation.Read"/>: the record.</summary>
    public ReadOnlyMemory<byte>? Document { get; init; }

    /// <summary>For <see cref="ClientOperation.Search"/>: the ids of the records of all matches, in their order.</summary>
    public ValueList<string> Ids { get; init; }

    /// <summary>For <see cref="ClientOperation.FollowChanges"/>: the events, in their order.</summary>
    public ValueList<ClientEvent> Events { get; init; }

    /// <summary>For <see cref="ClientOperation.FollowChanges"/>: where to go on; null where the client has nothing to go on from.</summary>
    public string? Cursor { get; init; }

    /// <summary>Whether it skips what it was asked. A skip is no pass.</summary>
    public bool IsSkipped { get; private init; }

    /// <summary>It does not do this after all.</summary>
    public static ClientAnswer Skipped { get; } = new() { Outcome = ClientOutcome.Failed, IsSkipped = true };

    /// <summary>An answer without anything besides.</summary>
    public static ClientAnswer Of(ClientOutcome outcome, string code = "") => new() { Outcome = outcome, Code = code };

    /// <summary>The outcome; never what the client got.</summary>
    public override string ToString() => $"{nameof(ClientAnswer)} {Outcome}";
}
