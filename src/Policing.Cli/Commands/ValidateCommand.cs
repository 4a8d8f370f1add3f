using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Policing.Cli.Inputs;
using Policing.Cli.Output;
using Policing.DataModel.Codes;
using Policing.DataModel.Completeness;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.Cli.Commands;

/// <summary><c>policing validate</c>: reads records from files, folders or the standard input and says what is wrong with them, in constant memory.</summary>
internal sealed class ValidateCommand
{
    private readonly CommandTree _tree;
    private readonly Argument<string[]> _paths = new("path") { Description = "A file, a folder with .json, .ndjson or .jsonl in it, or - for the standard input.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<InputKind> _format = new("--format") { Description = "What the inputs are: auto, document or lines.", DefaultValueFactory = _ => InputKind.Auto, HelpName = "auto|document|lines" };
    private readonly Option<bool> _set = new("--set") { Description = "Check the records of each input as a set too: ids, link ends, markings. Takes some 17 bytes a record." };
    private readonly Option<string?> _profile = new("--profile") { Description = "Say what records lack in their roles (docs/completeness.md): pole, or a file of profiles of your own. Takes some 90 bytes a record.", HelpName = "pole|file" };
    private readonly Option<string?> _asOf = new("--as-of") { Description = "The day that the rules take for today, such as 2026-03-04; else it is today.", HelpName = "date" };
    private readonly Option<bool> _open = new("--open") { Description = "Hold records to the schema for consumers instead of that for producers." };
    private readonly Option<Severity> _failOn = new("--fail-on") { Description = "From which severity on the answer is no: information, warning or error.", DefaultValueFactory = _ => Severity.Error, HelpName = "information|warning|error" };
    private readonly Option<string[]> _codes = new("--codes") { Description = "An overlay with your own codes (schemas/reference-data/README.md); can be given again.", DefaultValueFactory = _ => [] };
    private readonly Option<string[]> _understood = new("--understands") { Description = "The URI of an extension that you understand; can be given again.", DefaultValueFactory = _ => [] };
    private readonly Option<string> _ceiling = new("--ceiling") { Description = "The highest marking that may be here: official, secret, top-secret, or none for no ceiling.", DefaultValueFactory = _ => "official" };
    private readonly Option<int> _most = new("--most") { Description = "How many findings of an input are shown; all are counted.", DefaultValueFactory = _ => 50 };
    private readonly Option<int> _threads = new("--threads") { Description = "How many threads at most; 0 for one a processor.", DefaultValueFactory = _ => 0 };

    public ValidateCommand(CommandTree tree)
    {
        _tree = tree;
        Command = new("validate", "Says what is wrong with records, where, and what to do. Exit code 1 where a record is invalid.")
        {
            _paths, _format, _set, _profile, _asOf, _open, _failOn, _codes, _understood, _ceiling, _most, _threads,
        };
        _most.Validators.Add(result => { if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 0) result.AddError("below 0"); });
        _asOf.Validators.Add(result => { if (result.Tokens.Count > 0 && Day(result.GetValueOrDefault<string>()) is null) result.AddError("no date"); });
        _threads.Validators.Add(result => { if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 0 or > 1024) result.AddError("out of range"); });
        Command.SetAction(RunAsync);
        tree.Examples(Command, "policing validate crime.json", "policing validate export/ --set --profile pole --json", "zcat records.ndjson.gz | policing validate - --format lines");
    }

    public Command Command { get; }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Screen screen = _tree.Screen(parsed);
        SharedOptions shared = _tree.Shared(parsed);
        ReferenceData codes = Overlays.Read(parsed.GetValue(_codes)!);
        CompletenessProfiles? profiles = ProfileOption.Read(parsed.GetValue(_profile));
        PolicingValidator validator = new(Options(parsed, codes, profiles));
        List<InputTally> tallies = [];
        foreach (RecordInput input in RecordInput.Of(parsed.GetValue(_paths)!))
        {
            InputTally tally = new(input, parsed.GetValue(_most));
            await using Stream opened = input.Open(_tree.Input);
            await ReadAsync(parsed, opened, validator, codes, profiles, tally, shared, cancellationToken);
            tallies.Add(tally);
            Show(screen, tally, shared);
        }

        bool isGood = tallies.All(t => IsGood(t, parsed.GetValue(_failOn)));
        if (screen.IsJson) screen.Json(json => Write(json, tallies, isGood, shared));
        screen.Answer(Summary(tallies, isGood));
        return isGood ? ExitCode.Good : ExitCode.NotGood;
    }

    private async Task ReadAsync(
        ParseResult parsed, Stream opened, PolicingValidator validator, ReferenceData codes, CompletenessProfiles? profiles, InputTally tally, SharedOptions shared,
        CancellationToken cancellationToken)
    {
        try
        {
            (InputKind kind, Stream stream) = await tally.Input.LookAsync(opened, parsed.GetValue(_format), cancellationToken);
            if (kind == InputKind.Document) tally.Add(await validator.ValidateAsync(stream, cancellationToken));
            else await ReadLinesAsync(parsed, stream, opened, validator, codes, profiles, tally, shared, cancellationToken);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(FormattableString.Invariant($"{tally.Input.Name(showPaths: false)} cannot be read to its end."), "check the disk or the connection that it comes from, and run again.");
        }
    }

    private async Task ReadLinesAsync(
        ParseResult parsed, Stream stream, Stream opened, PolicingValidator validator, ReferenceData codes, CompletenessProfiles? profiles, InputTally tally, SharedOptions shared,
        CancellationToken cancellationToken)
    {
        RecordSetCheck? set = parsed.GetValue(_set) ? new(codes) : null;
        CompletenessCheck? gaps = profiles is null ? null : new(profiles);
        using ProgressLine progress = new(_tree.Errors, shared, TimeProvider.System);
        await foreach (RecordLine line in validator.ReadLinesInParallelAsync(stream, parsed.GetValue(_threads), set, cancellationToken))
        {
            tally.Add(line);
            gaps?.Add(line);
            if (tally.Records % 1024 == 0) progress.Tell(tally.Records, opened.CanSeek ? opened.Position : 0, opened.CanSeek ? opened.Length : 0, "records");
        }

        if (set is not null) tally.AddSet(set.Complete());
        if (gaps is not null) tally.AddSet(gaps.Complete());
    }

    private ValidationOptions Options(ParseResult parsed, ReferenceData codes, CompletenessProfiles? profiles) => new()
    {
        Profiles = profiles,
        Time = Day(parsed.GetValue(_asOf)) is { } day ? new ClockOfADay(day) : TimeProvider.System,
        ReferenceData = codes,
        Schema = parsed.GetValue(_open) ? SchemaChoice.Open : SchemaChoice.ByVersion,
        Ceiling = MarkingCeiling.Of(parsed.GetValue(_ceiling)!),
        UnderstoodExtensions = parsed.GetValue(_understood)!.ToHashSet(StringComparer.Ordinal),
    };

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    private static bool IsGood(InputTally tally, Severity failOn) =>
        tally.Dropped == 0 && tally.Rules.All(r => r.Key.Severity < failOn && r.Key.Severity < Severity.Error);

    private static void Show(Screen screen, InputTally tally, SharedOptions shared)
    {
        if (tally.Findings == 0) return;
        screen.Say($"{tally.Input.Name(shared.ShowPaths)}:");
        foreach (Finding finding in tally.First) screen.SayFinding("  ", finding);
        if (tally.Findings <= tally.First.Count) return;
        screen.Say(string.Create(CultureInfo.InvariantCulture, $"  and {tally.Findings - tally.First.Count:N0} more. All, by rule:"));
        screen.Table(["rule", "severity", "times", "what is the case"], tally.Rules.Select(r => (string[])[r.Key.Id, Screen.Name(r.Key.Severity), r.Value.ToString("N0", CultureInfo.InvariantCulture), r.Key.Message]));
    }

    private static string Summary(List<InputTally> tallies, bool isGood) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(isGood ? "valid" : "NOT VALID")}: {Many(tallies.Sum(t => t.Records), "record")} in {Many(tallies.Count, "input")}, {tallies.Sum(t => t.Invalid):N0} invalid; {Many(tallies.Sum(t => t.Count(Severity.Error)), "error")}, {Many(tallies.Sum(t => t.Count(Severity.Warning)), "warning")}, {Many(tallies.Sum(t => t.Count(Severity.Information)), "information")}{(tallies.Sum(t => t.Dropped) is > 0 and long dropped ? $", {dropped:N0} findings over the limit" : "")}");

    private static string Many(long count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");

    private static void Write(Utf8JsonWriter json, List<InputTally> tallies, bool isGood, SharedOptions shared)
    {
        json.WriteStartObject();
        json.WriteBoolean("valid", isGood);
        json.WriteStartArray("inputs");
        foreach (InputTally tally in tallies) WriteInput(json, tally, shared);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteInput(Utf8JsonWriter json, InputTally tally, SharedOptions shared)
    {
        json.WriteStartObject();
        json.WriteNumber("input", tally.Input.Number);
        if (shared.ShowPaths && tally.Input.Path is { } path) json.WriteString("path", path);
        json.WriteNumber("records", tally.Records);
        json.WriteNumber("invalid", tally.Invalid);
        json.WriteNumber("dropped", tally.Dropped);
        json.WriteStartArray("rules");
        foreach ((FindingRule rule, long times) in tally.Rules)
        {
            json.WriteStartObject();
            json.WriteString("rule", rule.Id);
            json.WriteString("severity", Screen.Name(rule.Severity));
            json.WriteString("message", rule.Message);
            json.WriteString("hint", rule.Hint);
            json.WriteString("clause", rule.Clause);
            json.WriteNumber("times", times);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (Finding finding in tally.First)
        {
            json.WriteStartObject();
            json.WriteString("rule", finding.Id);
            json.WriteString("pointer", finding.Pointer);
            json.WriteNumber("line", finding.Line);
            json.WriteNumber("column", finding.Column);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
