using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Policing.Cli.Commands;

/// <summary>The help of a command, and below it lines that can be copied.</summary>
internal sealed class HelpWithExamples(HelpAction help, IReadOnlyDictionary<Command, string[]> examples) : SynchronousCommandLineAction
{
    // Help is asked for by those whose arguments are not right yet.
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int code = help.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        if (examples.TryGetValue(parseResult.CommandResult.Command, out string[]? lines))
        {
            output.WriteLine("Examples:");
            foreach (string line in lines) output.WriteLine("  " + line);
            output.WriteLine();
        }

        return code;
    }
}
