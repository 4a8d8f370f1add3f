namespace Policing.ModelGenerator;

/// <summary>One generated file: its path from the repository's root, and its text.</summary>
public sealed record GeneratedFile(string Path, string Text);
