namespace Policing.JsonSchema.Patterns;

/// <summary>A pattern cannot be used. It never leaves this package.</summary>
internal sealed class PatternException(string message) : Exception(message);
