namespace Policing.Samples.Partner.Start;

/// <summary>The sample cannot start as it was told to; the message says what to do. It names options and files of the sample's own, and no value that was given.</summary>
internal sealed class StartException(string message, bool isArgument = false) : InvalidOperationException(message)
{
    /// <summary>Whether the command line is wrong.</summary>
    public bool IsArgument { get; } = isArgument;
}
