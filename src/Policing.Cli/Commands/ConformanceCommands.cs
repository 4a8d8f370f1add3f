using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Policing.Cli.Inputs;
using Policing.Cli.Output;
using Policing.Conformance.Cases;
using Policing.Conformance.Clients;
using Policing.Conformance.Reports;
using Policing.Conformance.Requirements;
using Policing.Conformance.Running;
using Policing.Conformance.Servers;
using Policing.Conformance.Targets;
using Policing.Conformance.Waivers;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Testing;

namespace Policing.Cli.Commands;

/// <summary><c>policing conformance</c>: judges documents, programs, servers and clients, names the requirements, and explains one.</summary>
internal sealed class ConformanceCommands
{
    private const int ShownOfEach = 3;
    private const string AllDisposed = "PSDK-SRV-0454";

    private readonly CommandTree _tree;
    private readonly Argument<string[]> _paths = new("path") { Description = "Files or folders with what your product writes; - for the standard input. For a program: nothing, and behind -- how to start it.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<InputKind> _format = new("--format") { Description = "What the inputs are: auto, document or lines.", DefaultValueFactory = _ => InputKind.Auto, HelpName = "auto|document|lines" };
    private readonly Option<string?> _report = new("--report") { Description = "Write the JSON report to this file." };
    private readonly Option<string?> _junit = new("--junit") { Description = "Write JUnit's XML to this file." };
    private readonly Option<string?> _sarif = new("--sarif") { Description = "Write SARIF 2.1.0 to this file." };
    private readonly Option<string?> _html = new("--html") { Description = "Write the page for people to this file." };
    private readonly Option<string?> _badge = new("--badge") { Description = "Write the verdict in a line, a drawing for a README, to this SVG file." };
    private readonly Option<string?> _waivers = new("--waivers") { Description = "A file with waivers: owner, reason and expiry for each (docs/conformance/README.md)." };
    private readonly Option<bool> _allowWaivers = new("--allow-waivers") { Description = "Let 'conformant with waivers' end with 0." };
    private readonly Option<bool> _full = new("--full") { Description = "Take no waivers." };
    private readonly Option<string[]> _codes = new("--codes") { Description = "An overlay with your own codes; can be given again.", DefaultValueFactory = _ => [] };
    private readonly Option<string> _ceiling = new("--ceiling") { Description = "The highest marking that documents may have: official, secret, top-secret, or none.", DefaultValueFactory = _ => "official" };
    private readonly Option<string?> _profile = new("--profile") { Description = "Judge too what documents lack by the POLE profiles (docs/completeness.md): pole. It never decides.", HelpName = "pole" };
    private readonly Option<int> _seconds = new("--answer-seconds") { Description = "How long a program or server may take for one answer, 1 to 3600.", DefaultValueFactory = _ => 30 };
    private readonly Option<string[]> _environment = new("--pass-env") { Description = "The name of an environment variable that the program gets; can be given again.", DefaultValueFactory = _ => [] };
    private readonly Option<bool> _client = new("--client") { Description = "The program behind -- is a client of the partner API: it is judged against a host that is started here, on loopback (docs/conformance/clients.md)." };
    private readonly ServerOptions _server = new();
    private readonly EvidenceOptions _evidence = new();
    private readonly Option<string?> _level = new("--level") { Description = "Only those of a level: must, should or may." };
    private readonly Option<string?> _target = new("--target") { Description = "Only those for a target: document, producer, consumer, client or server." };
    private readonly Argument<string> _id = new("requirement") { Description = "The id of a requirement or of a case, such as PSDK-CON-0102." };
    private readonly Option<bool> _document = new("--document") { Description = "Print the document of a case as it is." };

    public ConformanceCommands(CommandTree tree)
    {
        _tree = tree;
        _seconds.Validators.Add(result => { if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 1 or > 3600) result.AddError("out of range"); });
        _profile.AcceptOnlyFromAmong("pole");
        _level.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "must", "should", "may");
        _target.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "document", "producer", "consumer", "client", "server");
        Command run = new("run", "Judges what a product writes, a program, a client, or a server. Exit code 0 conformant, 1 not, 3 where the program cannot be started or the server does not answer.")
        {
            _paths, _format, _report, _junit, _sarif, _html, _badge, _waivers, _allowWaivers, _full, _codes, _ceiling, _profile, _seconds, _environment, _client,
        };
        foreach (Option option in _server.All.Concat(_evidence.All)) run.Options.Add(option);
        run.SetAction(RunAsync);
        Command list = new("list", "Names the requirements.") { _target, _level };
        list.SetAction(List);
        Command explain = new("explain", "Says all about a requirement: text, source, what to do, cases.") { _id, _document };
        explain.SetAction(Explain);
        VerifyCommand verify = new(tree);
        Command adapter = new("adapter", "The SDK itself as a program and a client under test: answers the questions of docs/conformance/adapter.md and clients.md on the standard input.");
        adapter.SetAction(AdapterAsync);
        Command = new("conformance", "Judges documents, programs, clients and servers by the requirements of this release.") { run, list, explain, verify.Command, verify.NewKey, adapter };
        tree.Examples(Command, "policing conformance run records/ --junit conformance.xml --html conformance.html", "policing conformance run -- python3 adapter.py", "policing conformance explain PSDK-CON-0102");
        tree.Examples(run, "policing conformance run records/ --junit conformance.xml --html conformance.html", "policing conformance run export.ndjson --profile pole --waivers waivers.json --allow-waivers", "policing conformance run --html report.html -- python3 adapter.py", "policing conformance run --client -- python3 client.py",
            "policing conformance run --target https://test.example.org/api --target-is-mine --token-file token.txt --html report.html");
        tree.Examples(list, "policing conformance list --target consumer --level must", "policing conformance list --json");
        tree.Examples(explain, "policing conformance explain PSDK-RUL-0006", "policing conformance explain PSDK-CON-0103/in-entry --document");
        tree.Examples(adapter, "policing conformance run -- policing conformance adapter", "policing conformance run --client -- policing conformance adapter");
    }

    public Command Command { get; }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Screen screen = _tree.Screen(parsed);
        string[] paths = parsed.GetValue(_paths)!;
        bool isServer = _server.IsGiven(parsed);
        int kinds = (paths.Length > 0 ? 1 : 0) + (_tree.Behind.Count > 0 ? 1 : 0) + (isServer ? 1 : 0);
        bool isClient = parsed.GetValue(_client);
        if (isClient && _tree.Behind.Count == 0) throw new UsageException("--client is about a program.", "write -- and how to start your client's adapter (docs/conformance/clients.md).");
        if (kinds == 0) throw new UsageException("there is nothing to judge.", "name files or folders, write -- and how to start a program, or give a server with --target.");
        if (kinds > 1) throw new UsageException("documents, a program and a server are judged in runs of their own.", "leave out the paths, -- and what follows it, or --target.");
        if (parsed.GetValue(_full) && parsed.GetValue(_waivers) is not null) throw new UsageException("a full run takes no waivers.", "leave out --full or --waivers.");
        if (parsed.GetValue(_profile) is not null && paths.Length == 0) throw new UsageException("completeness is seen in documents, not in a program or a server.", "leave --profile out, or name what your product writes.");
        ConformanceRunner runner = new(Options(parsed));
        await using EvidenceOptions.Pending? evidence = _evidence.Open(parsed);
        List<(NewFile File, ReportFormat Format)> reports = [];
        try
        {
            // Opened first: after a long run it is late to hear that a file cannot be written.
            foreach ((Option<string?> option, ReportFormat format) in new[] { (_report, ReportFormat.Json), (_junit, ReportFormat.JUnit), (_sarif, ReportFormat.Sarif), (_html, ReportFormat.Html), (_badge, ReportFormat.Badge) })
                if (parsed.GetValue(option) is { } path) reports.Add((NewFile.At(path, mayReplace: true), format));
            ConformanceRun run = isServer ? await JudgeServerAsync(parsed, runner, cancellationToken) : _tree.Behind.Count > 0 ? await JudgeProgramAsync(parsed, runner, isClient, cancellationToken) : await JudgeDocumentsAsync(parsed, runner, paths, cancellationToken);
            foreach ((NewFile file, ReportFormat format) in reports)
            {
                ConformanceReport.Write(file.Stream, run, format);
                await file.KeepAsync(cancellationToken);
            }

            if (evidence is not null) await evidence.WriteAsync(run, cancellationToken);
            Show(screen, run);
            return Code(run, parsed.GetValue(_allowWaivers));
        }
        catch (TargetRefusedException trouble)
        {
            throw new UsageException(trouble.Message, trouble.Hint);
        }
        catch (TargetUnreachableException trouble)
        {
            _tree.Errors.WriteLine($"policing: {trouble.Message}");
            if (isServer) _tree.Errors.WriteLine("  do: check the address, which is that below which /v1 is, and that the server is up. docs/conformance/servers.md has what it must answer.");
            else _tree.Errors.WriteLine($"  do: try the same command without policing; docs/conformance/{(isClient ? "clients" : "adapter")}.md has what it must answer.");
            return ExitCode.Unreachable;
        }
        finally
        {
            foreach ((NewFile file, _) in reports) await file.DisposeAsync();
        }
    }

    private static int Code(ConformanceRun run, bool allowWaivers) => run.Verdict switch
    {
        ConformanceVerdict.Conformant => ExitCode.Good,
        ConformanceVerdict.ConformantWithWaivers when allowWaivers => ExitCode.Good,
        _ => ExitCode.NotGood,
    };

    private ConformanceOptions Options(ParseResult parsed) => new()
    {
        Waivers = parsed.GetValue(_waivers) is { } path ? ReadWaivers(path) : WaiverList.None,
        Full = parsed.GetValue(_full),
        ReferenceData = Overlays.Read(parsed.GetValue(_codes)!),
        Ceiling = MarkingCeiling.Of(parsed.GetValue(_ceiling)!),
        HashInputs = _evidence.IsGiven(parsed),
        Completeness = parsed.GetValue(_profile) is not null,
        ShowPaths = _tree.Shared(parsed).ShowPaths,
    };

    private static WaiverList ReadWaivers(string path)
    {
        try
        {
            return WaiverList.Read(InputBytes.Read(path, "the file of waivers"));
        }
        catch (WaiverException trouble)
        {
            throw new UsageException($"the file of waivers is not right. {trouble.Message}", "docs/conformance/README.md has the form.");
        }
    }

    private async Task<ConformanceRun> JudgeProgramAsync(ParseResult parsed, ConformanceRunner runner, bool isClient, CancellationToken cancellationToken)
    {
        await using AdapterTarget target = new(new AdapterOptions
        {
            Program = _tree.Behind[0],
            Arguments = ValueList.From(_tree.Behind.Skip(1)),
            Environment = ValueList.From(parsed.GetValue(_environment)!),
            AnswerTime = TimeSpan.FromSeconds(parsed.GetValue(_seconds)),
        });
        if (!isClient) return await runner.RunAsync(target, cancellationToken);
        using ProgressLine progress = new(_tree.Errors, _tree.Shared(parsed), TimeProvider.System);
        return await runner.RunClientAsync(target, new Told(judged => progress.Tell(judged, 0, 0, "requirements")), cancellationToken);
    }

    private async Task<ConformanceRun> JudgeServerAsync(ParseResult parsed, ConformanceRunner runner, CancellationToken cancellationToken)
    {
        using ProgressLine progress = new(_tree.Errors, _tree.Shared(parsed), TimeProvider.System);
        ConformanceRun run = await runner.RunAsync(
            _server.Read(parsed, TimeSpan.FromSeconds(parsed.GetValue(_seconds))), new Told(judged => progress.Tell(judged, 0, 0, "requirements")), cancellationToken);
        progress.Dispose();
        if (run.Results.Any(r => r.Requirement.Id == AllDisposed && r.IsUnmet))
            _tree.Errors.WriteLine("policing: some of what the run wrote could not be disposed of. The journal names it; the next run with the same journal tries again.");
        return run;
    }

    private async Task<ConformanceRun> JudgeDocumentsAsync(ParseResult parsed, ConformanceRunner runner, string[] paths, CancellationToken cancellationToken)
    {
        using ProgressLine progress = new(_tree.Errors, _tree.Shared(parsed), TimeProvider.System);
        return await JudgedDocuments.RunAsync(runner, paths, parsed.GetValue(_format), _tree.Input, new Told(records => progress.Tell(records, 0, 0, "records")), cancellationToken);
    }

    private static void Show(Screen screen, ConformanceRun run)
    {
        if (screen.IsJson)
        {
            using MemoryStream json = new();
            ConformanceReport.Write(json, run, ReportFormat.Json);
            screen.Raw(Encoding.UTF8.GetString(json.ToArray()) + "\n");
            return;
        }

        screen.Table(
            ["target", "area", "met", "not met", "waived", "not judged"],
            run.Results.GroupBy(r => (r.Requirement.Target, r.Requirement.Area)).Select(g => (string[])
            [
                g.Key.Target.ToString().ToLowerInvariant(), g.Key.Area, Number(g.Count(r => r.Status == ResultStatus.Passed)), Number(g.Count(r => r.IsUnmet && r.Status != ResultStatus.Waived)),
                Number(g.Count(r => r.Status == ResultStatus.Waived)), Number(g.Count(r => r.Status is ResultStatus.NotClaimed or ResultStatus.NotJudged)),
            ]));
        foreach (RequirementResult result in run.Results.Where(r => r.IsUnmet)) Show(screen, result);
        int breaches = run.Results.Count(r => r.IsBreach);
        screen.Say("");
        screen.Answer(string.Create(CultureInfo.InvariantCulture, $"{run.VerdictText.ToUpperInvariant()}: {run.Count(ResultStatus.Passed)} met, {breaches} binding not met, {run.Count(ResultStatus.Waived)} waived, {run.Count(ResultStatus.NotClaimed) + run.Count(ResultStatus.NotJudged)} not judged"));
        screen.Say("This is your own evidence: no police body has endorsed the kit or this result.");
    }

    private static void Show(Screen screen, RequirementResult result)
    {
        screen.Say("");
        screen.Say(string.Create(CultureInfo.InvariantCulture, $"{result.Requirement.Id} {Upper(result.Requirement.Level)} {Word(result.Status)}, {result.Failures} of {result.Judged}: {result.Requirement.Text}"));
        foreach (ResultPlace place in result.Places.Take(ShownOfEach)) screen.Say($"  {Place(place)}");
        foreach (CaseResult @case in result.Cases.Take(ShownOfEach)) screen.Say($"  {@case.Id} ({@case.About}){(@case.Pointer.Length > 0 ? " at " + @case.Pointer : "")}: {@case.Reason!.Text} {@case.Reason.Hint}");
        screen.Say($"  Do: {result.Requirement.Hint}");
        if (result.Waiver is { } waiver) screen.Say($"  Waived until {waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} by {waiver.Owner}");
    }

    private static string Place(ResultPlace place)
    {
        string at = place.Pointer.Length > 0 ? place.Pointer : "the document";
        string file = place.Path ?? FormattableString.Invariant($"file {place.Input}");
        return place.Line > 0 ? FormattableString.Invariant($"{file}, line {place.Line}, column {place.Column}: {at}") : $"{file}: {at}";
    }

    private int List(ParseResult parsed)
    {
        Screen screen = _tree.Screen(parsed);
        Requirement[] requirements =
        [
            .. RequirementSet.BuiltIn.All
                .Where(r => parsed.GetValue(_level) is not { } level || Upper(r.Level).Equals(level, StringComparison.OrdinalIgnoreCase))
                .Where(r => parsed.GetValue(_target) is not { } target || r.Target.ToString().Equals(target, StringComparison.OrdinalIgnoreCase)),
        ];
        screen.Table(["requirement", "level", "target", "phase", "text"], requirements.Select(r => (string[])[r.Id, Upper(r.Level), r.Target.ToString().ToLowerInvariant(), Number(r.Phase), r.Text]));
        if (screen.IsQuiet && !screen.IsJson)
            foreach (Requirement requirement in requirements) screen.Answer(requirement.Id);
        if (screen.IsJson)
        {
            screen.Json(json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("requirements");
                foreach (Requirement requirement in requirements) Write(json, requirement);
                json.WriteEndArray();
                json.WriteEndObject();
            });
        }

        return ExitCode.Good;
    }

    private int Explain(ParseResult parsed)
    {
        Screen screen = _tree.Screen(parsed);
        string[] id = parsed.GetValue(_id)!.Split('/', 2);
        Requirement requirement = RequirementSet.BuiltIn.Find(id[0]) ?? throw new UsageException("there is no requirement of this id.", "policing conformance list names all of them.");
        KeyValuePair<string, string>[] cases = [.. CaseBook.Names(requirement).Where(c => id.Length == 1 || c.Key == parsed.GetValue(_id))];
        if (id.Length > 1 && cases.Length == 0) throw new UsageException("the requirement has no such case.", $"policing conformance explain {requirement.Id} names its cases.");
        if (parsed.GetValue(_document))
        {
            ConformanceCase? one = cases.Length == 1 ? CaseBook.Of(requirement).FirstOrDefault(c => c.Id == cases[0].Key) : null;
            if (one is null || one.Question.Document.IsEmpty) throw new UsageException("--document wants one case that has a document.", "name the case, such as PSDK-CON-0103/in-entry.");
            screen.Raw(Encoding.UTF8.GetString(one.Question.Document.Span));
            return ExitCode.Good;
        }

        if (screen.IsJson) screen.Json(json => Write(json, requirement, cases));
        screen.Answer($"{requirement.Id} {Upper(requirement.Level)}: {requirement.Text}");
        screen.Say($"  Do: {requirement.Hint}");
        screen.Say($"  From: {requirement.Clause}");
        screen.Say($"  Target: {requirement.Target.ToString().ToLowerInvariant()}. Area: {requirement.Area}. Phase {requirement.Phase}, {requirement.Capability}. {requirement.Maturity}.");
        screen.Say(requirement.NotTested is { } why ? $"  Not judged: {why}" : $"  Judged by: {string.Join(", ", requirement.JudgedBy)}");
        foreach ((string name, string about) in cases) screen.Say($"  case {name}: {about}");
        return ExitCode.Good;
    }

    private async Task<int> AdapterAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        SyntheticRecords records = new();
        ReferenceTarget target = new((type, number) => Produced(records, type, number), Synthetic);
        using StreamReader questions = new(_tree.Input(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await using Stream answers = Console.OpenStandardOutput();
        using ReferenceClient client = new();
        await AdapterLoop.RunAsync(target, client, questions, answers, cancellationToken);
        return ExitCode.Good;
    }

    private static readonly string[] Synthetic = ["anti-social-behaviour", "bundle", "crime", "crime-outcome", "location", "organisation", "person", "stop-search"];

    private static PoliceRecord? Produced(SyntheticRecords records, string type, int number) => type switch
    {
        "anti-social-behaviour" => records.AntiSocialBehaviour(number),
        "bundle" => records.Bundle(number, records.Case(number).Records),
        "crime" => records.Crime(number),
        "crime-outcome" => records.CrimeOutcome(number),
        "location" => records.Location(number),
        "organisation" => records.Organisation(number),
        "person" => records.Person(number),
        "stop-search" => records.StopSearch(number),
        _ => null,
    };

    private static void Write(Utf8JsonWriter json, Requirement requirement, IReadOnlyList<KeyValuePair<string, string>>? cases = null)
    {
        json.WriteStartObject();
        json.WriteString("id", requirement.Id);
        json.WriteString("level", Upper(requirement.Level));
        json.WriteString("target", requirement.Target.ToString().ToLowerInvariant());
        json.WriteString("area", requirement.Area);
        json.WriteNumber("phase", requirement.Phase);
        json.WriteString("capability", requirement.Capability);
        json.WriteString("maturity", requirement.Maturity);
        json.WriteString("text", requirement.Text);
        json.WriteString("hint", requirement.Hint);
        json.WriteString("clause", requirement.Clause);
        if (requirement.NotTested is not null) json.WriteString("notTested", requirement.NotTested);
        json.WriteStartArray("judgedBy");
        foreach (string by in requirement.JudgedBy) json.WriteStringValue(by);
        json.WriteEndArray();
        if (cases is not null)
        {
            json.WriteStartArray("cases");
            foreach ((string name, string about) in cases)
            {
                json.WriteStartObject();
                json.WriteString("case", name);
                json.WriteString("about", about);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static string Upper(RequirementLevel level) => level.ToString().ToUpperInvariant();

    private static string Word(ResultStatus status) => status switch { ResultStatus.Failed => "not met", ResultStatus.Waived => "waived", ResultStatus.Skipped => "skipped", _ => "not answered" };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class Told(Action<long> tell) : IProgress<long>
    {
        public void Report(long value) => tell(value);
    }
}
