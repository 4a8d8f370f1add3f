namespace Policing.JsonSchema.Nodes;

/// <summary>A <c>$dynamicRef</c>.</summary>
/// <param name="Fallback">Where it leads if no resource on the way has the anchor.</param>
/// <param name="Candidates">
/// Where it leads from each resource that has the anchor, by the resource's number, null where it has not; empty if the anchor is not dynamic.
/// </param>
internal sealed record DynamicReference(Edge Fallback, Edge?[] Candidates);
