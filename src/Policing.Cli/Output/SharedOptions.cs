namespace Policing.Cli.Output;

/// <summary>What every command can be told of how to speak.</summary>
internal sealed record SharedOptions(bool Json, bool Quiet, bool NoColour, bool ShowPaths);
