namespace Policing.JsonSchema.Nodes;

/// <summary>
/// A schema that only asks for members and their values, as the branches of conditions do, bound to the names of the schema around it: it is
/// answered from where that one has found the members, without going through the object again.
/// </summary>
/// <param name="Required">A bit for each name that must be there.</param>
/// <param name="Members">What values must meet if they are there.</param>
internal sealed record MemberTest(ulong Required, (int Name, SchemaNode Schema)[] Members);
