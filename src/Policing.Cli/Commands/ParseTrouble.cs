using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Policing.Cli.Output;

namespace Policing.Cli.Commands;

/// <summary>Says what is wrong with the arguments. An argument may be the name of a file: it is named by its place, an option by its name.</summary>
internal static class ParseTrouble
{
    /// <returns>Whether something is wrong.</returns>
    public static bool Explain(ParseResult parsed, string[] arguments, TextWriter errors)
    {
        string[] lines = [.. Lines(parsed, arguments).Distinct(StringComparer.Ordinal)];
        if (lines.Length == 0) return false;
        foreach (string line in lines) errors.WriteLine($"policing: {line}");
        errors.WriteLine($"  do: {Path(parsed.CommandResult)} --help shows what there is, with examples.");
        return true;
    }

    private static IEnumerable<string> Lines(ParseResult parsed, string[] arguments)
    {
        foreach (string stranger in parsed.UnmatchedTokens.Concat(TakenForArguments(parsed, arguments)))
        {
            yield return stranger.StartsWith('-') && stranger.Length > 1
                ? $"there is no option {OptionName(stranger)} here."
                : parsed.CommandResult.Command.Subcommands.Count > 0
                    ? $"argument {Place(arguments, stranger)} is no command here. There are: {Commands(parsed.CommandResult.Command)}."
                    : $"argument {Place(arguments, stranger)} is not expected.";
        }

        foreach (ParseError error in parsed.Errors)
        {
            switch (error.SymbolResult)
            {
                case OptionResult option:
                    yield return $"the value of {option.Option.Name} is missing or not right. {option.Option.Description}";
                    break;
                case ArgumentResult argument when argument.Parent is OptionResult option:
                    yield return $"the value of {option.Option.Name} is missing or not right. {option.Option.Description}";
                    break;
                case ArgumentResult argument:
                    yield return $"<{argument.Argument.Name}> is missing or not right. {argument.Argument.Description}";
                    break;
                case CommandResult command when parsed.UnmatchedTokens.Count == 0:
                    yield return command.Command.Subcommands.Count > 0
                        ? $"name a command: {Commands(command.Command)}."
                        : "an argument or option is missing.";
                    break;
            }
        }
    }

    private static string Place(string[] arguments, string argument) => (Array.IndexOf(arguments, argument) + 1).ToString(CultureInfo.InvariantCulture);

    private static string Commands(Command command) => string.Join(", ", command.Subcommands.Select(c => c.Name));

    // A mistyped option is not a file, unless it stands behind "--".
    private static IEnumerable<string> TakenForArguments(ParseResult parsed, string[] arguments)
    {
        int end = Array.IndexOf(arguments, "--");
        return parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Select(t => t.Value)
            .Where(t => t.Length > 1 && t[0] == '-' && (end < 0 || Array.IndexOf(arguments, t) < end));
    }

    // What follows an equals sign is a value, and what is not a letter is not shown.
    private static string OptionName(string token) => SafeText.Of(new string([.. token.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c == '-').Take(40)]));

    private static string Path(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{Path(parent)} {command.Command.Name}" : "policing";
}
