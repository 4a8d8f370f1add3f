namespace Policing.ModelGenerator.Site;

/// <summary>An attribute or entity of the POLE dictionary, and what docs/mapping-pole.md says of it.</summary>
internal sealed record PoleEntry(string Number, string Name, string Place, string Remark);
