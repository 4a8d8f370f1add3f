namespace Policing.Client;

/// <summary>
/// The key of one request, so that the partner carries it out once however often it is sent: a new one for each request, the same for the same request.
/// Keep it where the request is kept, and a restart of the program does no harm either. <c>default</c> is absent.
/// </summary>
/// <remarks>Source: draft-ietf-httpapi-idempotency-key-header; a partner keeps it for 24 hours. It never says anything of what is asked. Immutable.</remarks>
public readonly record struct IdempotencyKey
{
    private readonly Guid _value;

    private IdempotencyKey(Guid value) => _value = value;

    /// <summary>True for <c>default</c>.</summary>
    public bool IsAbsent => _value == Guid.Empty;

    /// <summary>The UUID.</summary>
    public Guid Value => _value;

    /// <summary>A new key.</summary>
    public static IdempotencyKey New() => new(Guid.NewGuid());

    /// <summary>The key that was kept.</summary>
    /// <exception cref="ArgumentException">The UUID is all zeros.</exception>
    public static IdempotencyKey Of(Guid value) =>
        value == Guid.Empty ? throw new ArgumentException("A UUID of zeros is no key; use New.", nameof(value)) : new(value);

    /// <summary>The UUID in text.</summary>
    public override string ToString() => _value.ToString("D");

    internal string Header => $"\"{_value:D}\"";
}
