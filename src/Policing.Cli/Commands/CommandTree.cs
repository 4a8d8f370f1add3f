using System.CommandLine;
using System.CommandLine.Help;
using Policing.Cli.Output;

namespace Policing.Cli.Commands;

/// <summary>All commands and what they share.</summary>
internal sealed class CommandTree
{
    private readonly Option<bool> _json = new("--json") { Description = "Write the result as JSON.", Recursive = true };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Only the answer, no remarks and no progress.", Recursive = true };
    private readonly Option<bool> _noColour = new("--no-color") { Description = "No colours; NO_COLOR does the same.", Recursive = true };
    private readonly Option<bool> _showPaths = new("--show-paths") { Description = "Name files by their path; else by their number, since a name may be a person's.", Recursive = true };
    private readonly Dictionary<Command, string[]> _examples = [];

    public CommandTree(Func<Stream> input, TextWriter output, TextWriter errors, IReadOnlyList<string> behind)
    {
        Behind = behind;
        Input = input;
        Output = output;
        Errors = errors;
        Root = new("Writes, checks and exchanges police records of the common model. Exit codes: 0 good; 1 not; 2 usage; 3 unreachable; 4 fault of the tool.")
        {
            _json, _quiet, _noColour, _showPaths,
            new ValidateCommand(this).Command,
            new ConformanceCommands(this).Command,
            new SchemaCommands(this).Command,
            new CodesCommands(this).Command,
            new GenerateCommand(this).Command,
            new ImportCommand(this).Command,
            new AuditCommands(this).Command,
            new KeyCommands(this).Command,
        };
        Examples(Root, "policing validate records.ndjson", "policing conformance run records/ --html report.html", "policing codes map sex pnc M");
        HelpOption help = Root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!, _examples);
    }

    public RootCommand Root { get; }

    /// <summary>How to start a program under test: what stood behind "--".</summary>
    public IReadOnlyList<string> Behind { get; }

    public Func<Stream> Input { get; }

    public TextWriter Output { get; }

    public TextWriter Errors { get; }

    public void Examples(Command command, params string[] lines) => _examples[command] = lines;

    public SharedOptions Shared(ParseResult parsed) =>
        new(parsed.GetValue(_json), parsed.GetValue(_quiet), parsed.GetValue(_noColour), parsed.GetValue(_showPaths));

    public Screen Screen(ParseResult parsed) => new(Output, Errors, Shared(parsed));
}
