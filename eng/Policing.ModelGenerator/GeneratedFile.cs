namespace Policing.ModelGenerator;

/// <summary>One generated file: its path from the folder that is generated into, and its text.</summary>
public sealed record GeneratedFile(string Path, string Text);
