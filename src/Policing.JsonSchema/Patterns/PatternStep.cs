namespace Policing.JsonSchema.Patterns;

/// <summary>A set of ASCII characters, and how often one of them comes.</summary>
/// <remarks>A class, as all that a pattern is made of: the platform has lists of objects ready, while lists of each struct are compiled in each process.</remarks>
internal sealed record PatternStep(UInt128 Set, int Min, int Max);
