namespace Policing.JsonSchema.Compilation;

/// <summary>Where a reference leads.</summary>
/// <param name="Resource">The resource in which the schema stands.</param>
/// <param name="Token">The schema.</param>
/// <param name="Anchor">The anchor by which it was found; null where it was found otherwise.</param>
internal sealed record ReferenceTarget(SchemaResource Resource, int Token, string? Anchor);
