namespace Policing.Cli;

/// <summary>What the user asked for cannot be done as asked. Both texts are the tool's own and quote nothing of a file.</summary>
internal sealed class UsageException(string message, string hint) : Exception(message)
{
    public string Hint { get; } = hint;
}
