using System.CommandLine;
using System.Globalization;
using Policing.Cli.Output;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.Testing;

namespace Policing.Cli.Commands;

/// <summary><c>policing generate</c>: records about nobody, from safe ranges; the same seed gives the same bytes.</summary>
internal sealed class GenerateCommand
{
    private const int MostRecords = 10_000_000;
    private const int MostInBundle = 1_000;
    private const int Records = 1_000;

    private readonly CommandTree _tree;
    private readonly Argument<string> _output = new("output") { Description = "The file to write, which must not be there yet; - for the standard output. With --dirty all: a folder." };
    private readonly Option<int?> _count = new("--count", "-n") { Description = "How many records, 1 to 10,000,000, else 1,000. With --scenario: how many cases, else 1.", HelpName = "count" };
    private readonly Option<ulong> _seed = new("--seed") { Description = "Another seed gives other records.", DefaultValueFactory = _ => 1 };
    private readonly Option<string> _form = new("--form") { Description = "lines (NDJSON), bundle (one document of at most 1,000 records) or archive (a zip like those of data.police.uk).", DefaultValueFactory = _ => "lines" };
    private readonly Option<string?> _scenario = new("--scenario") { Description = "Whole cases instead of single records, with all that the POLE profiles ask for; all: of each scenario in turn." };
    private readonly Option<string?> _dirty = new("--dirty") { Description = "A document with one fault: the id of the rule that finds it, such as PSDK-RUL-0006; all: a folder with one for each rule.", HelpName = "rule|all" };
    private readonly Option<long> _number = new("--number") { Description = "The number of the first case, or of the document with a fault: another number, another document.", DefaultValueFactory = _ => 0 };

    public GenerateCommand(CommandTree tree)
    {
        _tree = tree;
        _count.Validators.Add(result => { if (result.Tokens.Count > 0 && result.GetValueOrDefault<int?>() is < 1 or > MostRecords) result.AddError("out of range"); });
        _number.Validators.Add(result => { if (result.Tokens.Count > 0 && result.GetValueOrDefault<long>() is < 0 or > int.MaxValue) result.AddError("out of range"); });
        _form.AcceptOnlyFromAmong("lines", "bundle", "archive");
        _scenario.AcceptOnlyFromAmong([.. ScenarioNames.All]);
        Command = new("generate", "Makes linked records about nobody, for tests. They say that they are a test.") { _output, _count, _seed, _form, _scenario, _dirty, _number };
        Command.SetAction(RunAsync);
        tree.Examples(Command, "policing generate records.ndjson --count 10000 --seed 7", "policing generate case.json --form bundle --scenario burglary", "policing generate - --scenario all -n 60 | policing validate - --set --profile pole", "policing generate faulty.json --dirty PSDK-RUL-0006", "policing generate faults --dirty all --json");
    }

    public Command Command { get; }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Screen screen = _tree.Screen(parsed);
        string form = parsed.GetValue(_form)!, path = parsed.GetValue(_output)!;
        Refuse(parsed, form, path, screen.IsJson);
        if (parsed.GetValue(_dirty) is { } rule) return await SpoilAsync(parsed, screen, path, DirtyDocuments.Of(rule), rule == DirtyDocuments.All, cancellationToken);
        int count = parsed.GetValue(_count) ?? (parsed.GetValue(_scenario) is null ? Records : 1);
        await using NewFile file = path == "-" ? NewFile.StandardOutput() : NewFile.At(path);
        long written = parsed.GetValue(_scenario) is { } scenario
            ? await WriteAsync(file.Stream, form, Cases(parsed, ScenarioNames.Of(scenario), count), new(parsed.GetValue(_seed)), cancellationToken)
            : await WriteAsync(file.Stream, form, count, parsed.GetValue(_seed), cancellationToken);
        await file.KeepAsync(cancellationToken);
        Tell(screen, parsed, form, written);
        return ExitCode.Good;
    }

    private void Refuse(ParseResult parsed, string form, string path, bool isJson)
    {
        bool isCase = parsed.GetValue(_scenario) is not null, isDirty = parsed.GetValue(_dirty) is not null;
        if (path == "-" && isJson) throw new UsageException("--json and - both want the standard output.", "name a file, or leave --json out.");
        if (isCase && isDirty) throw new UsageException("--scenario and --dirty are of two kinds.", "make sound cases and faulty documents in runs of their own.");
        if (isDirty && (parsed.GetValue(_count) is not null || form != "lines")) throw new UsageException("--dirty makes a document for a rule.", "leave --count and --form out; --number gives another document with the same fault.");
        if (isCase && form == "archive") throw new UsageException("an archive holds no cases.", "leave --scenario out, or take --form lines or bundle.");
        if (!isCase && !isDirty && parsed.GetValue(_number) != 0) throw new UsageException("--number goes with --scenario or --dirty.", "take another --seed for other records.");
        if (!isCase && form == "bundle" && (parsed.GetValue(_count) ?? Records) > MostInBundle) throw TooMany();
        if (path == "-" && parsed.GetValue(_dirty) == DirtyDocuments.All) throw new UsageException("--dirty all makes a folder.", "name one that is not there yet.");
    }

    private static UsageException TooMany() => new("a bundle holds at most 1,000 records.", "ask for fewer, or for --form lines.");

    private IEnumerable<ScenarioCase> Cases(ParseResult parsed, SyntheticScenario? scenario, int count)
    {
        SyntheticCases cases = new(parsed.GetValue(_seed));
        long first = parsed.GetValue(_number);
        for (long number = first; number < first + count; number++) yield return scenario is { } one ? cases.Case(one, number) : cases.Case(number);
    }

    private static async Task<long> WriteAsync(Stream output, string form, IEnumerable<ScenarioCase> made, SyntheticCases cases, CancellationToken cancellationToken)
    {
        if (form == "bundle")
        {
            ScenarioCase[] all = [.. made];
            ValueList<PoliceRecord> records = ValueList.From(all.SelectMany(c => c.Records));
            if (records.Count > MostInBundle) throw TooMany();
            await output.WriteAsync(PoliceJson.Write(cases.Bundle(all[0] with { Records = records })), cancellationToken);
            return records.Count;
        }

        await using RecordLineWriter writer = new(output, cases.Bundle(cases.Case(0) with { Records = [] }));
        foreach (PoliceRecord record in made.SelectMany(c => c.Records)) await writer.WriteAsync(record, cancellationToken);
        await writer.FlushAsync(cancellationToken);
        return writer.Count;
    }

    private static async Task<long> WriteAsync(Stream output, string form, int count, ulong seed, CancellationToken cancellationToken)
    {
        SyntheticRecords records = new(seed);
        switch (form)
        {
            case "bundle":
                await output.WriteAsync(PoliceJson.Write(records.Bundle(1, records.Records(count))), cancellationToken);
                return count;
            case "archive":
                return new SyntheticArchive(new SyntheticArchiveOptions { Seed = seed, StreetRows = count }).WriteZip(output, cancellationToken).Rows;
            default:
                await using (RecordLineWriter writer = new(output, records.Bundle(0, [], BundleKind.Collection)))
                {
                    foreach (PoliceRecord record in records.Records(count)) await writer.WriteAsync(record, cancellationToken);
                    await writer.FlushAsync(cancellationToken);
                    return writer.Count;
                }
        }
    }

    private async Task<int> SpoilAsync(ParseResult parsed, Screen screen, string path, IReadOnlyList<DirtyVariant> variants, bool isFolder, CancellationToken cancellationToken)
    {
        SyntheticCases cases = new(parsed.GetValue(_seed));
        long number = parsed.GetValue(_number);
        if (isFolder)
        {
            DirtyDocuments.WriteFolder(path, cases, number, variants);
        }
        else
        {
            await using NewFile file = path == "-" ? NewFile.StandardOutput() : NewFile.At(path);
            await file.Stream.WriteAsync(cases.Dirty(variants[0], number), cancellationToken);
            await file.KeepAsync(cancellationToken);
        }

        TellSpoilt(screen, variants, isFolder, path == "-");
        return ExitCode.Good;
    }

    private static void TellSpoilt(Screen screen, IReadOnlyList<DirtyVariant> variants, bool isFolder, bool isStandard)
    {
        string day = DirtyVariants.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (screen.IsJson)
        {
            screen.Json(json =>
            {
                json.WriteStartObject();
                json.WriteString("asOf", day);
                json.WriteStartArray("documents");
                foreach (DirtyVariant variant in variants)
                {
                    json.WriteStartObject();
                    json.WriteString("rule", variant.Name);
                    json.WriteString("severity", Screen.Name(variant.Rule.Severity));
                    json.WriteString("message", variant.Rule.Message);
                    if (isFolder) json.WriteString("file", DirtyDocuments.FileName(variant));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
        }

        Answer(screen, string.Create(CultureInfo.InvariantCulture, $"{(isFolder ? $"{variants.Count:N0} documents, each with a fault, by rule" : $"a document that {variants[0].Name} finds something in")}; check with --as-of {day}{(variants.Any(v => v.Name.StartsWith("PSDK-CMP-", StringComparison.Ordinal)) ? " --profile pole" : "")}"), isStandard);
    }

    private void Tell(Screen screen, ParseResult parsed, string form, long written)
    {
        ulong seed = parsed.GetValue(_seed);
        if (screen.IsJson)
        {
            screen.Json(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("written", written);
                json.WriteString("form", form);
                if (parsed.GetValue(_scenario) is { } scenario) json.WriteString("scenario", scenario);
                json.WriteNumber("seed", seed);
                json.WriteString("operationalStatus", "test");
                json.WriteEndObject();
            });
        }

        Answer(screen, string.Create(CultureInfo.InvariantCulture, $"{written:N0} {(form == "archive" ? "rows" : "records")} about nobody, seed {seed}"), parsed.GetValue(_output) == "-");
    }

    // The standard output is the records'.
    private static void Answer(Screen screen, string line, bool isStandard)
    {
        if (isStandard) screen.Remark(line);
        else screen.Answer(line);
    }
}
