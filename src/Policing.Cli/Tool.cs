using System.CommandLine;
using System.Reflection;
using Policing.Cli.Commands;
using Policing.Cli.Output;

namespace Policing.Cli;

/// <summary>Parses the arguments, calls what they name, and turns every end into an exit code.</summary>
internal static class Tool
{
    public static string Version { get; } =
        typeof(Tool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static async Task<int> RunAsync(string[] arguments, Func<Stream> input, TextWriter output, TextWriter errors, CancellationToken cancellationToken = default)
    {
        // Asked by scripts again and again: answered without the tree of commands.
        if (arguments is ["--version"])
        {
            output.WriteLine(Version);
            return ExitCode.Good;
        }

        // What stands behind "--" of 'conformance run' is another program's.
        int behind = arguments is ["conformance", "run", ..] ? Array.IndexOf(arguments, "--") : -1;
        CommandTree tree = new(input, output, errors, behind < 0 ? [] : arguments[(behind + 1)..]);
        if (behind >= 0) arguments = arguments[..behind];
        try
        {
            ParseResult parsed = tree.Root.Parse(arguments);
            if (parsed.Action is not HelpWithExamples && ParseTrouble.Explain(parsed, arguments, errors)) return ExitCode.Usage;
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, Output = output, Error = errors }, cancellationToken);
        }
        catch (Exception trouble)
        {
            return Told(trouble, errors);
        }
    }

    // The messages of exceptions that are not ours may quote what they met.
    private static int Told(Exception trouble, TextWriter errors)
    {
        switch (trouble)
        {
            case OperationCanceledException:
                errors.WriteLine("policing: stopped. What was written so far is no result.");
                return ExitCode.Cancelled;
            case UsageException usage:
                errors.WriteLine($"policing: {SafeText.Of(usage.Message)}");
                errors.WriteLine($"  do: {SafeText.Of(usage.Hint)}");
                return ExitCode.Usage;
            case IOException:
                // Inputs and files say so themselves; what is left is the standard output.
                errors.WriteLine("policing: the output cannot be written.");
                errors.WriteLine("  do: check where it goes: the disk may be full, or the program that reads it has ended.");
                return ExitCode.Fault;
            default:
                errors.WriteLine($"policing: the tool failed ({trouble.GetType().Name}). That is a fault of the tool, not of your files.");
                errors.WriteLine("  do: report it with the command, the version and this line; leave the data out.");
                return ExitCode.Fault;
        }
    }
}
