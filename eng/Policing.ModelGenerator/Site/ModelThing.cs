namespace Policing.ModelGenerator.Site;

/// <summary>A record, part, value or list of a snapshot: what it says of itself, and its members or codes with what they say.</summary>
public sealed record ModelThing(
    string Kind, string Name, IReadOnlyDictionary<string, string> Facts, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Items);
