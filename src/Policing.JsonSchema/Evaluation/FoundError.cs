using Policing.JsonSchema.Nodes;

namespace Policing.JsonSchema.Evaluation;

/// <summary>An error as the evaluator sees it.</summary>
/// <param name="Node">The failing schema.</param>
/// <param name="Keyword">The failing keyword; null for a schema <c>false</c>.</param>
/// <param name="Token">The failing value.</param>
/// <param name="Path">The way through the schema to the node.</param>
/// <param name="Member">The name that is missing, where one is.</param>
internal readonly record struct FoundError(SchemaNode Node, string? Keyword, int Token, string Path, string? Member);
