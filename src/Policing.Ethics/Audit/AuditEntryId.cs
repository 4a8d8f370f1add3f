namespace Policing.Ethics;

/// <summary>The id of an audit entry, as the log gives it. A caller who was refused gets it, and nothing else of the entry.</summary>
/// <param name="Value">Opaque text; <c>default</c> has none: there is no entry.</param>
public readonly record struct AuditEntryId(string? Value)
{
    /// <summary>True for <c>default</c>.</summary>
    public bool IsNone => Value is null;

    /// <summary>The id, or <c>none</c>.</summary>
    public override string ToString() => Value ?? "none";
}
