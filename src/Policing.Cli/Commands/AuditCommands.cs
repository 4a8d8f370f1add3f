using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Policing.Cli.Inputs;
using Policing.Cli.Output;
using Policing.Ethics.Audit;
using Policing.Ethics.PostgreSql;
using Policing.Ethics.Sqlite;

namespace Policing.Cli.Commands;

/// <summary><c>policing audit</c>: what an auditor does with a log, or a copy of it, without any of its secrets. Nothing of what is in an entry is read out.</summary>
internal sealed class AuditCommands
{
    /// <summary>Where the connection string of a database server is: an argument would be seen by everybody on the machine.</summary>
    public const string DatabaseVariable = "POLICING_AUDIT_DATABASE";

    private const int MostFile = 8 << 20;

    private readonly CommandTree _tree;
    private readonly Argument<string> _log = new("log") { Description = $"The log: its SQLite file, or 'postgresql' for the database that {DatabaseVariable} names as a connection string." };
    private readonly Argument<string> _entry = new("entry") { Description = "The entry: its id, or its index from 0." };
    private readonly Argument<string> _folder = new("folder") { Description = "The folder to write, empty or not there yet." };
    private readonly Argument<string> _proof = new("proof") { Description = "The proof, a file .tlog-proof." };
    private readonly Option<string[]> _keys = new("--key") { Description = "A public key that you got elsewhere than from the log: its text or a file; can be given again.", DefaultValueFactory = _ => [] };
    private readonly Option<string[]> _pins = new("--pin") { Description = "A checkpoint that was kept elsewhere, a file; can be given again. Without one, an old copy that was put back whole cannot be seen.", DefaultValueFactory = _ => [] };
    private readonly Option<string?> _policy = new("--policy") { Description = "A file with the log's keys and its witnesses (docs/audit-keys.md)." };
    private readonly Option<string?> _output = new("--output", "-o") { Description = "The file for the proof; the leaf is written beside it, with .leaf behind its name. entry-<index>.tlog-proof if not given." };
    private readonly Option<string?> _leaf = new("--leaf") { Description = "The leaf of the entry, a file." };
    private readonly Option<string?> _line = new("--entry") { Description = "The entry itself instead, one line of an export, a file." };

    public AuditCommands(CommandTree tree)
    {
        _tree = tree;
        Command fsck = new("fsck", "Goes through a whole log and says what was edited, deleted, cut off, forked, rolled back or erased against the rules, and where.") { _log, _keys, _pins, _policy };
        fsck.SetAction((parsed, token) => GuardedAsync(() => CheckAsync(parsed, token)));
        Command prove = new("prove", "Proves that an entry is in a log, in a file that needs nothing else but the key.") { _log, _entry, _output };
        prove.SetAction((parsed, token) => GuardedAsync(() => ProveAsync(parsed, token)));
        Command verify = new("verify", "Verifies a proof, without the log.") { _proof, _leaf, _line, _keys, _policy };
        verify.SetAction(Verify);
        Command export = new("export", "Writes a log as a directory of tiles (C2SP tlog-tiles): hashes, and nothing of an entry.") { _log, _folder };
        export.SetAction((parsed, token) => GuardedAsync(() => ExportAsync(parsed, token)));
        Command = new("audit", "Checks and proves audit logs. It takes no secret of a log and reads out nothing of what is in entries.") { fsck, prove, verify, export };
        tree.Examples(Command, "policing audit fsck audit.db --key log.pub", "policing audit prove audit.db 17", "policing audit verify entry-17.tlog-proof --leaf entry-17.tlog-proof.leaf --key log.pub");
        tree.Examples(fsck, "policing audit fsck audit.db --key log.pub --pin last-month.checkpoint", "POLICING_AUDIT_DATABASE='Host=db;Username=auditor' policing audit fsck postgresql --key log.pub");
        tree.Examples(prove, "policing audit prove audit.db 01938f5e-0c2a-7d31-8a55-3f1f7b1c2d4e", "policing audit prove audit.db 17 --output proof.tlog-proof");
        tree.Examples(verify, "policing audit verify entry-17.tlog-proof --leaf entry-17.tlog-proof.leaf --key log.pub", "policing audit verify entry-17.tlog-proof --entry line.json --policy witnesses.policy");
        tree.Examples(export, "policing audit export audit.db tiles");
    }

    public Command Command { get; }

    private async Task<int> CheckAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Screen screen = _tree.Screen(parsed);
        string? policy = parsed.GetValue(_policy);
        AuditCheckOptions options = new()
        {
            Verifiers = VerifierKeys.Verifiers(VerifierKeys.Read(parsed.GetValue(_keys)!)),
            Ed25519 = VerifierKeys.Ed25519,
            Policy = policy is null ? null : VerifierKeys.Policy(policy, []),
            Pinned = [.. parsed.GetValue(_pins)!.Select(Pin)],
        };
        await using AuditCopy copy = Open(parsed);
        string origin = await copy.OriginAsync(cancellationToken);
        if (!options.Verifiers.Any(key => key.KeyName == origin)) throw new UsageException("no key is of this log: the name of a key is the origin of its log.", "check which log it is, and give its key.");
        AuditCheckReport report = await CheckAsync(copy, options, cancellationToken);
        if (screen.IsJson) screen.Json(json => Write(json, report, options.Pinned.Count));
        if (!report.IsGood) screen.Table(["finding", "place", "from", "to"], report.Findings.Select(static finding => (string[])[finding.Kind.ToString(), finding.Place, Number(finding.From), Number(finding.To)]));
        if (screen.IsQuiet)
            foreach (AuditFinding finding in report.Findings) screen.Answer(finding.ToString());
        screen.Say("");
        screen.Answer(string.Create(CultureInfo.InvariantCulture, $"{(report.IsGood ? "GOOD" : "NOT GOOD")}: {report.Size} entries, {report.Signed} of them signed, {report.Checkpoints} checkpoints, {report.Erased} erased by the rules, {report.Findings.Count}{(report.HasMore ? " and more" : "")} found; {report.Level}"));
        if (options.Pinned.Count == 0) screen.Say("No checkpoint was given that was kept elsewhere (--pin): that an old copy was put back whole cannot be seen.");
        return report.IsGood ? ExitCode.Good : ExitCode.NotGood;
    }

    private static async Task<AuditCheckReport> CheckAsync(AuditCopy copy, AuditCheckOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await copy.CheckAsync(options, cancellationToken);
        }
        catch (InvalidOperationException)
        {
            throw new UsageException("what was pinned is no checkpoint of this log.", "give the checkpoint that was kept of this log.");
        }
    }

    private async Task<int> ProveAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Screen screen = _tree.Screen(parsed);
        await using AuditCopy copy = Open(parsed);
        string asked = parsed.GetValue(_entry)!;
        ulong index = ulong.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number) ? number : await copy.IndexOfAsync(new(asked), cancellationToken);
        LogProof proof = await copy.ProveAsync(index, cancellationToken);
        ReadOnlyMemory<byte> leaf = await copy.LeafAsync(index, cancellationToken);
        string path = parsed.GetValue(_output) ?? string.Create(CultureInfo.InvariantCulture, $"entry-{index}.tlog-proof");
        await using NewFile proofFile = NewFile.At(path);
        await using NewFile leafFile = NewFile.At(path + ".leaf");
        await proofFile.Stream.WriteAsync(proof.ToUtf8(), cancellationToken);
        await leafFile.Stream.WriteAsync(leaf, cancellationToken);
        await leafFile.KeepAsync(cancellationToken);
        await proofFile.KeepAsync(cancellationToken);
        if (screen.IsJson)
        {
            screen.Json(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("index", index);
                json.WriteNumber("size", proof.Checkpoint.Size);
                json.WriteString("leaf", MerkleHash.OfLeaf(leaf.Span).ToString());
                json.WriteEndObject();
            });
        }

        screen.Answer(string.Create(CultureInfo.InvariantCulture, $"Entry {index} is proved under the checkpoint of {proof.Checkpoint.Size} entries. Proof and leaf are written."));
        screen.Say("Verify it: policing audit verify <proof> --leaf <proof>.leaf --key <public key>");
        return ExitCode.Good;
    }

    private int Verify(ParseResult parsed)
    {
        Screen screen = _tree.Screen(parsed);
        string? leafPath = parsed.GetValue(_leaf), line = parsed.GetValue(_line), policyPath = parsed.GetValue(_policy);
        if ((leafPath is null) == (line is null)) throw new UsageException("a proof is about an entry that you have.", "give its leaf with --leaf, or itself with --entry.");
        WitnessPolicy policy = VerifierKeys.Policy(policyPath, parsed.GetValue(_keys)!);
        if (LogProof.TryParse(InputBytes.Read(parsed.GetValue(_proof)!, "the proof", MostFile), out LogProof? proof) != ProofFault.None)
            throw new UsageException("the proof is none.", "it is a file of C2SP tlog-proof, as 'policing audit prove' writes it.");
        byte[] leaf = leafPath is not null ? InputBytes.Read(leafPath, "the leaf", MostFile) : LeafOfEntry.Read(InputBytes.Read(line!, "the entry", MostFile));
        ProofCheck check = proof!.Verify(MerkleHash.OfLeaf(leaf), policy);
        if (screen.IsJson)
        {
            screen.Json(json =>
            {
                json.WriteStartObject();
                json.WriteBoolean("included", check.IsIncluded);
                json.WriteString("outcome", check.Outcome.ToString());
                json.WriteNumber("index", proof.Index);
                json.WriteNumber("size", proof.Checkpoint.Size);
                json.WriteString("origin", proof.Checkpoint.Origin);
                json.WriteString("assurance", check.Level.ToString());
                json.WriteEndObject();
            });
        }

        string words = check.Outcome switch
        {
            ProofOutcome.Included => string.Create(CultureInfo.InvariantCulture, $"GOOD: the entry is number {proof.Index} of the log, under a checkpoint of {proof.Checkpoint.Size} entries that your keys signed; {check.Level}"),
            ProofOutcome.NotIncluded => "NOT GOOD: the checkpoint is signed, and this entry is not at this place of it",
            _ => "NOT GOOD: the checkpoint is not signed by the keys that were given, or by too few of its witnesses",
        };
        screen.Answer(words);
        return check.IsIncluded ? ExitCode.Good : ExitCode.NotGood;
    }

    private async Task<int> ExportAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Screen screen = _tree.Screen(parsed);
        string folder = parsed.GetValue(_folder)!;
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())) throw new UsageException("there is something at the output's place already.", "name a folder that is empty or not there yet.");
        await using AuditCopy copy = Open(parsed);
        SignedNote note;
        try
        {
            note = await copy.WriteTilesAsync(folder, cancellationToken);
        }
        catch (Exception trouble) when (trouble is UnauthorizedAccessException or IOException)
        {
            throw new UsageException("the folder cannot be written.", "check that the one it is in is there, that you may write in it, and that the disk has room.");
        }

        ulong size = Checkpoint.Parse(note.Text).Size;
        if (screen.IsJson)
        {
            screen.Json(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("size", size);
                json.WriteString("root", Checkpoint.Parse(note.Text).Root.ToString());
                json.WriteEndObject();
            });
        }

        screen.Answer(string.Create(CultureInfo.InvariantCulture, $"{size} entries as tiles, under their newest signed checkpoint. There are hashes in them and nothing else."));
        return ExitCode.Good;
    }

    private AuditCopy Open(ParseResult parsed)
    {
        string log = parsed.GetValue(_log)!;
        if (log != "postgresql") return File.Exists(log) ? SqliteAuditLog.OpenCopy(log) : throw new UsageException("there is no log at this place.", "name the SQLite file of the log, or postgresql.");
        string connection = Environment.GetEnvironmentVariable(DatabaseVariable) is { Length: > 0 } given
            ? given
            : throw new UsageException($"{DatabaseVariable} is not set.", "put the connection string there, of a role that may only read; an argument would be seen by others on the machine.");
        try
        {
            return PostgreSqlAuditLog.OpenCopy(connection);
        }
        catch (ArgumentException)
        {
            // Its words may quote the string.
            throw new UsageException($"{DatabaseVariable} is no connection string.", "it is such as Host=db;Database=audit;Username=auditor.");
        }
    }

    private async Task<int> GuardedAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (AuditLogException trouble)
        {
            _tree.Errors.WriteLine($"policing: {SafeText.Of(Words(trouble.Fault))}");
            _tree.Errors.WriteLine($"  do: {SafeText.Of(Hint(trouble.Fault))}");
            return trouble.Fault switch
            {
                AuditLogFault.NoSuchEntry or AuditLogFault.NotSigned => ExitCode.Usage,
                AuditLogFault.Forked or AuditLogFault.RolledBack or AuditLogFault.Damaged => ExitCode.NotGood,
                _ => ExitCode.Unreachable,
            };
        }
    }

    private static string Words(AuditLogFault fault) => fault switch
    {
        AuditLogFault.NoSuchEntry => "there is no such entry in the log.",
        AuditLogFault.NotSigned => "no checkpoint covers it yet.",
        AuditLogFault.Forked => "the log is not what its newest checkpoint says.",
        AuditLogFault.RolledBack => "the log has fewer entries than its newest checkpoint says.",
        AuditLogFault.Damaged => "there is no whole log at this place.",
        _ => "the log cannot be read.",
    };

    private static string Hint(AuditLogFault fault) => fault switch
    {
        AuditLogFault.NoSuchEntry => "check the id, or the index from 0.",
        AuditLogFault.NotSigned => "have the log sign a checkpoint: it does so by itself within its interval, and when it is closed.",
        AuditLogFault.Forked or AuditLogFault.RolledBack or AuditLogFault.Damaged => "run 'policing audit fsck': it says what is wrong, and where.",
        _ => "check that it is there and that you may read it; of a copy take the files beside it too (-wal, -shm).",
    };

    private static SignedNote Pin(string path) =>
        SignedNote.TryParse(InputBytes.Read(path, "a pinned checkpoint", MostFile), out SignedNote? note) == NoteFault.None
            ? note!
            : throw new UsageException("a pinned checkpoint is none.", "it is a signed note, as the log gave it.");

    private static void Write(Utf8JsonWriter json, AuditCheckReport report, int pins)
    {
        json.WriteStartObject();
        json.WriteBoolean("good", report.IsGood);
        json.WriteNumber("entries", report.Size);
        json.WriteNumber("signed", report.Signed);
        json.WriteString("root", report.Root.ToString());
        json.WriteNumber("checkpoints", report.Checkpoints);
        json.WriteNumber("pinned", pins);
        json.WriteNumber("erased", report.Erased);
        json.WriteNumber("clockWentBack", report.ClockWentBack);
        json.WriteString("assurance", report.Level.ToString());
        json.WriteBoolean("more", report.HasMore);
        json.WriteStartArray("findings");
        foreach (AuditFinding finding in report.Findings)
        {
            json.WriteStartObject();
            json.WriteString("finding", finding.Kind.ToString());
            json.WriteString("place", finding.Place);
            json.WriteNumber("from", finding.From);
            json.WriteNumber("to", finding.To);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Number(ulong number) => number.ToString(CultureInfo.InvariantCulture);
}
