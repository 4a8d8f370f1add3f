namespace Policing.JsonSchema.Nodes;

/// <summary>The way from a schema to one that it applies: <c>/properties/name</c>, <c>/$ref</c>, <c>/allOf/0</c>.</summary>
internal sealed record Edge(SchemaNode Node, string Path);
