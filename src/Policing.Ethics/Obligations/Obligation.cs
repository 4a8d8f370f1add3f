namespace Policing.Ethics;

/// <summary>
/// Something that must be done for a permit to hold. The kinds are those of this package. One without a handler is a refusal before anything
/// runs; one whose handler fails is a refusal.
/// </summary>
/// <remarks>Immutable; equality is by content.</remarks>
public abstract record Obligation
{
    private protected Obligation(string kind) => Kind = kind;

    /// <summary>The kind, as policy files have it: <c>leave-out</c>.</summary>
    public string Kind { get; }

    /// <summary>True when it changes what the caller gets, so that whoever hands the data over must carry it out on a copy.</summary>
    public bool ChangesData => this is LeaveOut or Redact;
}
