using Policing.JsonSchema.Text;

namespace Policing.JsonSchema.Nodes;

/// <summary>A member whose value alone says which branch of an <c>anyOf</c> or <c>oneOf</c> can hold.</summary>
/// <param name="Member">The code of the name.</param>
/// <param name="Values">The values of all branches; none is in two.</param>
/// <param name="Branch">The branch of each value.</param>
internal sealed record Discriminator(int Member, NameTable Values, Edge[] Branch);
