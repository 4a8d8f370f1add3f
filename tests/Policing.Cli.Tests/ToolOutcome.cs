namespace Policing.Cli.Tests;

/// <summary>How a run of the tool ended and what it said.</summary>
internal sealed record ToolOutcome(int Code, string Output, string Errors);
