using Policing.DataModel;

namespace Policing.Client;

/// <summary>What a partner can do with records of a type.</summary>
/// <param name="Type">The type, in kebab-case.</param>
/// <param name="Interactions">Among them <c>read</c>, <c>write</c>, <c>status</c>, <c>history</c>, <c>links</c>, <c>search</c> and <c>changes</c>.</param>
public sealed record RecordTypeCapability(string Type, ValueList<string> Interactions);
