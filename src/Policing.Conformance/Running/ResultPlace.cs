namespace Policing.Conformance.Running;

/// <summary>A place where a requirement is not met. It names the file by its number and quotes nothing of it. Immutable.</summary>
/// <param name="Input">The number of the input from 1; 0 where the document is one of the kit's own.</param>
/// <param name="Path">The input's path, only where the caller asked for paths; null otherwise.</param>
/// <param name="Pointer">The place in the document, as the validator writes it.</param>
/// <param name="Line">The line from 1; 0 where there is none.</param>
/// <param name="Column">The column in bytes from 1; 0 where there is none.</param>
public sealed record ResultPlace(int Input, string? Path, string Pointer, long Line, long Column);
