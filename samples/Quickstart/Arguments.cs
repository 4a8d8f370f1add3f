using System.Diagnostics.CodeAnalysis;

namespace Policing.Samples.Quickstart;

/// <summary>What the user typed.</summary>
internal sealed record Arguments(IReadOnlyList<string> Paths, string? Output, bool Help, bool Audit)
{
    public const string Usage =
        """
        Usage: dotnet run --project samples/Quickstart [-- [--audit] [--output <folder>] [<path>...]]

          <path>             a .csv, .csv.gz or .zip of the data.police.uk archive, or a folder that holds them;
                             without any, a synthetic archive is made and imported
          --output <folder>  a new or empty folder; otherwise the next run-NNN in quickstart-output
          --audit            under a purpose, with a lasting audit log in <folder>-audit, and the proof of an entry
          --help             this text

        Exit codes: 0 all read; 1 something could not be read, the rest was imported; 2 wrong arguments; 130 cancelled.
        """;

    public static bool TryRead(string[] args, [NotNullWhen(true)] out Arguments? arguments, [NotNullWhen(false)] out string? mistake)
    {
        var paths = new List<string>();
        string? output = null;
        var help = false;
        var audit = false;
        var onlyPaths = false;
        (arguments, mistake) = (null, null);
        for (var i = 0; i < args.Length && mistake is null; i++)
        {
            if (onlyPaths || !args[i].StartsWith('-'))
                paths.Add(args[i]);
            else if (args[i] == "--")
                onlyPaths = true;
            else if (args[i] is "--help" or "-h")
                help = true;
            else if (args[i] == "--audit")
                audit = true;
            else if (args[i] != "--output")
                mistake = $"There is no option {args[i]}.";
            else if (output is not null || i + 1 == args.Length || args[i + 1].Trim().Length == 0)
                mistake = "Give --output one folder.";
            else
                output = args[++i];
        }

        if (mistake is not null)
            return false;
        arguments = new(paths, output, help, audit);
        return true;
    }
}
