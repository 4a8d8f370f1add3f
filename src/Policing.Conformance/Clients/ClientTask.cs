namespace Policing.Conformance.Clients;

/// <summary>One thing that a client is asked to do, as its user would ask it. What is about nobody stands in it. Immutable.</summary>
public sealed record ClientTask
{
    /// <summary>What to do.</summary>
    public required ClientOperation Operation { get; init; }

    /// <summary>Where.</summary>
    public required ClientService Service { get; init; }

    /// <summary>For which purpose: a code of the list <c>processing-purpose</c>.</summary>
    public required string Purpose { get; init; }

    /// <summary>On which basis: a code of the list <c>lawful-basis</c>.</summary>
    public required string Basis { get; init; }

    /// <summary>The reference of the case.</summary>
    public required string Case { get; init; }

    /// <summary>Words of justification; they travel in bodies only.</summary>
    public required string Justification { get; init; }

    /// <summary>How long the task may take. After it the client should have reported.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>The type of the record; always <c>vehicle</c>.</summary>
    public string Type { get; init; } = "vehicle";

    /// <summary>The record's id, beginning with <c>urn:uuid:</c>; null where there is none in the task.</summary>
    public string? Id { get; init; }

    /// <summary>For <see cref="ClientOperation.Create"/>, <see cref="ClientOperation.Replace"/> and <see cref="ClientOperation.SubmitBundle"/>: the document to send.</summary>
    public ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>For <see cref="ClientOperation.Replace"/>: the <c>ETag</c> of the version that was read, with its quotes.</summary>
    public string? Tag { get; init; }

    /// <summary>For <see cref="ClientOperation.ChangeMember"/>: which member of the record, as a JSON Pointer of one step.</summary>
    public string? Pointer { get; init; }

    /// <summary>For <see cref="ClientOperation.ChangeMember"/>: its new value, as JSON.</summary>
    public string? Value { get; init; }

    /// <summary>For <see cref="ClientOperation.Search"/>: the registration mark.</summary>
    public string? Mark { get; init; }

    /// <summary>For <see cref="ClientOperation.Search"/>: how many matches a page has at most.</summary>
    public int PageSize { get; init; }

    /// <summary>For <see cref="ClientOperation.ChangeStatus"/>: why it is retracted.</summary>
    public string? Reason { get; init; }

    /// <summary>For <see cref="ClientOperation.ChangeStatus"/>: the key to send it under; null to send it without one.</summary>
    public Guid? Key { get; init; }

    /// <summary>For <see cref="ClientOperation.FollowChanges"/>: after which event; null from the beginning.</summary>
    public string? Cursor { get; init; }

    /// <summary>The operation; never what is in the task.</summary>
    public override string ToString() => $"{nameof(ClientTask)} {Operation}";
}
