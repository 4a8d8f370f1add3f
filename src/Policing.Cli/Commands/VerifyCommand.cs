using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Policing.Cli.Inputs;
using Policing.Cli.Output;
using Policing.Conformance.Evidence;
using Policing.Conformance.Running;

namespace Policing.Cli.Commands;

/// <summary><c>policing conformance verify</c> and <c>new-key</c>: whether evidence is as it was signed, and whether the same run comes to the same today.</summary>
internal sealed class VerifyCommand
{
    private const int MostBytes = 64 << 20;

    private readonly CommandTree _tree;
    private readonly Argument<string> _evidence = new("evidence") { Description = "The file with the evidence." };
    private readonly Option<string> _key = new("--key") { Description = "The file with the public key that the product's maker gave you by another way.", Required = true, HelpName = "file" };
    private readonly Option<string[]> _rerun = new("--rerun") { Description = "Judge these files or folders again, in the same order, and compare; can be given again.", DefaultValueFactory = _ => [], HelpName = "path" };
    private readonly Argument<string> _pair = new("file") { Description = "Where the private key goes; the public one goes beside it, with .pub. Neither may be there." };

    public VerifyCommand(CommandTree tree)
    {
        _tree = tree;
        Command = new("verify", "Says whether evidence is as it was signed, and its time not over. Exit code 1 where not.") { _evidence, _key, _rerun };
        Command.SetAction(RunAsync);
        NewKey = new("new-key", "Makes a pair of keys to sign evidence with.") { _pair };
        NewKey.SetAction(Make);
        tree.Examples(Command, "policing conformance verify evidence.json --key acme.pub", "policing conformance verify evidence.json --key acme.pub --rerun records/");
        tree.Examples(NewKey, "policing conformance new-key acme.key");
    }

    public Command Command { get; }

    public Command NewKey { get; }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Screen screen = _tree.Screen(parsed);
        using ECDsa key = KeyFiles.ReadPublic(parsed.GetValue(_key)!);
        EvidenceCheck check = ConformanceEvidence.Verify(InputBytes.ReadUpTo(parsed.GetValue(_evidence)!, "the evidence", MostBytes) ?? [], key, TimeProvider.System.GetUtcNow());
        bool isGood = check.Outcome == EvidenceOutcome.Good;
        string[] paths = parsed.GetValue(_rerun)!;
        IReadOnlyList<string> differences = isGood && paths.Length > 0 ? check.Differences(await AgainAsync(paths, cancellationToken)) : [];
        isGood &= differences.Count == 0;
        if (screen.IsJson) Write(screen, check, isGood, paths.Length > 0, differences);
        Tell(screen, check, isGood, paths.Length > 0, differences);
        return isGood ? ExitCode.Good : ExitCode.NotGood;
    }

    private int Make(ParseResult parsed)
    {
        KeyFiles.Make(parsed.GetValue(_pair)!);
        Screen screen = _tree.Screen(parsed);
        if (screen.IsJson)
        {
            screen.Json(json =>
            {
                json.WriteStartObject();
                json.WriteBoolean("made", value: true);
                json.WriteEndObject();
            });
        }

        screen.Answer("a private key, which is yours alone, and beside it a public one, to give to whoever verifies");
        return ExitCode.Good;
    }

    // The document part alone: a program or a server is not here.
    private Task<ConformanceRun> AgainAsync(string[] paths, CancellationToken cancellationToken) =>
        JudgedDocuments.RunAsync(new ConformanceRunner(new() { HashInputs = true }), paths, InputKind.Auto, _tree.Input, progress: null, cancellationToken);

    private static void Tell(Screen screen, EvidenceCheck check, bool isGood, bool isAgain, IReadOnlyList<string> differences)
    {
        screen.Answer((isGood ? "good: " : "REFUSED: ") + Words(check.Outcome) + (isGood && isAgain ? "; the same run comes to the same" : differences.Count > 0 ? "; but the same run comes to something else" : ""));
        foreach (string difference in differences) screen.Say("  " + difference);
        if (check.Product is not { } product) return;
        screen.Say($"  It says: {product.Supplier} {product.Product} {product.Version}, {check.Verdict}; {Day(check.IssuedAt)} to {Day(check.Expires)}.");
        screen.Say("  It is self-declared: no police body has endorsed the kit or this result.");
    }

    private static string Words(EvidenceOutcome outcome) => outcome switch
    {
        EvidenceOutcome.Good => "as it was signed, and its time is not over",
        EvidenceOutcome.OtherKey => "it is signed with another key",
        EvidenceOutcome.Edited => "it was edited after it was signed",
        EvidenceOutcome.Expired => "its time is over",
        EvidenceOutcome.NotYet => "it is from the future",
        _ => "it is no evidence, or was edited",
    };

    private static void Write(Screen screen, EvidenceCheck check, bool isGood, bool isAgain, IReadOnlyList<string> differences) => screen.Json(json =>
    {
        json.WriteStartObject();
        json.WriteBoolean("good", isGood);
        json.WriteString("outcome", check.Outcome switch { EvidenceOutcome.Good => "good", EvidenceOutcome.OtherKey => "other-key", EvidenceOutcome.Edited => "edited", EvidenceOutcome.Expired => "expired", EvidenceOutcome.NotYet => "not-yet", _ => "not-evidence" });
        if (check.Product is { } product)
        {
            json.WriteString("supplier", product.Supplier);
            json.WriteString("product", product.Product);
            json.WriteString("version", product.Version);
            json.WriteString("verdict", check.Verdict);
            json.WriteString("issuedAt", check.IssuedAt);
            json.WriteString("expires", check.Expires);
        }

        if (isAgain)
        {
            json.WriteStartArray("differences");
            foreach (string difference in differences) json.WriteStringValue(difference);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    });

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
