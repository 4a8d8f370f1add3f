using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Nodes;

/// <summary>A member whose value alone says which branch of an <c>anyOf</c> or <c>oneOf</c> can hold.</summary>
/// <param name="Member">A table of its one name.</param>
/// <param name="Values">The values of all branches; none is in two.</param>
/// <param name="Branch">The branch of each value.</param>
internal sealed record Discriminator(NameTable Member, NameTable Values, Edge[] Branch);
