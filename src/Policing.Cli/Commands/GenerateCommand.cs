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

    private readonly CommandTree _tree;
    private readonly Argument<string> _output = new("output") { Description = "The file to write, which must not be there yet; - for the standard output." };
    private readonly Option<int> _count = new("--count", "-n") { Description = "How many records, 1 to 10,000,000.", DefaultValueFactory = _ => 1_000 };
    private readonly Option<ulong> _seed = new("--seed") { Description = "Another seed gives other records.", DefaultValueFactory = _ => 1 };
    private readonly Option<string> _form = new("--form") { Description = "lines (NDJSON), bundle (one document of at most 1,000 records) or archive (a zip like those of data.police.uk).", DefaultValueFactory = _ => "lines" };

    public GenerateCommand(CommandTree tree)
    {
        _tree = tree;
        _count.Validators.Add(result => { if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 1 or > MostRecords) result.AddError("out of range"); });
        _form.AcceptOnlyFromAmong("lines", "bundle", "archive");
        Command = new("generate", "Makes linked records about nobody, for tests. They say that they are a test.") { _output, _count, _seed, _form };
        Command.SetAction(RunAsync);
        tree.Examples(Command, "policing generate records.ndjson --count 10000 --seed 7", "policing generate case.json --form bundle --count 12", "policing generate - -n 100 | policing validate - --set");
    }

    public Command Command { get; }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Screen screen = _tree.Screen(parsed);
        int count = parsed.GetValue(_count);
        string form = parsed.GetValue(_form)!, path = parsed.GetValue(_output)!;
        if (form == "bundle" && count > MostInBundle) throw new UsageException("a bundle holds at most 1,000 records.", "ask for fewer, or for --form lines.");
        bool isStandard = path == "-";
        if (isStandard && screen.IsJson) throw new UsageException("--json and - both want the standard output.", "name a file, or leave --json out.");
        await using NewFile file = isStandard ? NewFile.StandardOutput() : NewFile.At(path);
        long written = await WriteAsync(file.Stream, form, count, new SyntheticRecords(parsed.GetValue(_seed)), parsed.GetValue(_seed), cancellationToken);
        await file.KeepAsync(cancellationToken);
        Tell(screen, form, written, parsed.GetValue(_seed), isStandard);
        return ExitCode.Good;
    }

    private static async Task<long> WriteAsync(Stream output, string form, int count, SyntheticRecords records, ulong seed, CancellationToken cancellationToken)
    {
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

    private static void Tell(Screen screen, string form, long written, ulong seed, bool isStandard)
    {
        if (screen.IsJson)
        {
            screen.Json(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("written", written);
                json.WriteString("form", form);
                json.WriteNumber("seed", seed);
                json.WriteString("operationalStatus", "test");
                json.WriteEndObject();
            });
        }

        string line = string.Create(CultureInfo.InvariantCulture, $"{written:N0} {(form == "archive" ? "rows" : "records")} about nobody, seed {seed}");
        if (isStandard) screen.Remark(line);
        else screen.Answer(line);
    }
}
