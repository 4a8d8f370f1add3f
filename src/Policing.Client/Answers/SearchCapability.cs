using Policing.DataModel;

namespace Policing.Client;

/// <summary>By what a partner can search for records of a type.</summary>
/// <param name="Type">The type, in kebab-case.</param>
/// <param name="Criteria">The criteria, by name.</param>
/// <param name="Selective">Those of which one at least is needed.</param>
public sealed record SearchCapability(string Type, ValueList<string> Criteria, ValueList<string> Selective);
