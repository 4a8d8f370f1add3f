namespace Policing.Cli;

/// <summary>What the process says at its end. The numbers are part of the tool's contract: README.md beside this.</summary>
internal static class ExitCode
{
    /// <summary>Valid, conformant, done.</summary>
    public const int Good = 0;

    /// <summary>Invalid, not conformant, or something was found that asks for work.</summary>
    public const int NotGood = 1;

    /// <summary>Wrong arguments, or a file that the tool was told to go by is not what it should be.</summary>
    public const int Usage = 2;

    /// <summary>The program under test cannot be started or reached.</summary>
    public const int Unreachable = 3;

    /// <summary>The tool itself failed.</summary>
    public const int Fault = 4;

    /// <summary>Stopped by the user.</summary>
    public const int Cancelled = 130;
}
