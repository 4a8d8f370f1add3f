namespace Policing.PoliceUk;

/// <summary>The output folder cannot be used; nothing was read or written. The message says what to do and names no path.</summary>
public sealed class OutputFolderException : IOException
{
    internal OutputFolderException(string message)
        : base(message)
    {
    }
}
