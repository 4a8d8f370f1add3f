using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;
using Policing.Ethics.Audit;
using Policing.Ethics.Redaction;
using Policing.Ethics.Sqlite;

namespace Policing.Samples.Quickstart;

/// <summary>
/// The same run under a purpose: the rules decide, a lasting audit log has it before anything is read, and at the end stands what proves one entry to anybody who has
/// <c>openssl</c>. Key and secret are made for this run and kept nowhere; a host keeps its own.
/// </summary>
internal sealed class AuditedRun : IAsyncDisposable
{
    private const string Origin = "audit.quickstart.example/records";
    private readonly string _folder;
    private readonly bool _isSynthetic;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly IHost _host;
    private readonly AuditLog _log;

    private AuditedRun(string folder, bool isSynthetic)
    {
        (_folder, _isSynthetic) = (folder, isSynthetic);
        // In Development whoever is to be notified, and the queue of reviews, are stand-ins.
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, EnvironmentName = Environments.Development });
        builder.Services.AddPolicingEthics().UseSqliteAudit(Path.Combine(folder, "audit.db"), options =>
        {
            options.Log.Origin = Origin;
            options.Log.Signers = [new EcdsaNoteSigner(Origin, _key)];
            options.Log.Pseudonyms = new PseudonymKey("quickstart", RandomNumberGenerator.GetBytes(32));
        });
        _host = builder.Build();
        _log = _host.Services.GetRequiredService<AuditLog>();
    }

    /// <summary>Whether there is something where the log would be.</summary>
    public static bool IsTaken(string output) => Directory.Exists(FolderOf(output)) && Directory.EnumerateFileSystemEntries(FolderOf(output)).Any();

    /// <summary>A log in a new folder beside the output.</summary>
    public static async Task<AuditedRun> StartAsync(string output, bool isSynthetic, CancellationToken cancellationToken)
    {
        var folder = FolderOf(output);
        Directory.CreateDirectory(folder);
        var run = new AuditedRun(folder, isSynthetic);
        await run._host.StartAsync(cancellationToken);
        return run;
    }

    /// <summary>Runs the work if the rules permit it, with the entry written first.</summary>
    public ValueTask<T> CollectAsync<T>(Func<CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken) =>
        _host.Services.GetRequiredService<AccessGate>().For(Context).RunAsync(Request(AccessOperation.Collection), work, cancellationToken);

    /// <summary>Tries to look without a matter or words, is refused, and proves the entry that says so.</summary>
    public async Task ProveAsync(IRunView view, CancellationToken cancellationToken)
    {
        var entry = await RefusedAsync(cancellationToken);
        var proof = await _log.ProveAsync(entry, cancellationToken);
        var leaf = await LeafAsync(proof.Index, cancellationToken);
        await WriteAsync("entry.leaf", leaf, cancellationToken);
        await WriteAsync("entry.tlog-proof", proof.ToUtf8(), cancellationToken);
        await WriteAsync("log.pem", Encoding.ASCII.GetBytes(_key.ExportSubjectPublicKeyInfoPem()), cancellationToken);
        await WriteAsync("log.pub", Encoding.UTF8.GetBytes(VerifierKey.Of(Origin, NoteKeyType.Ecdsa, _key.ExportSubjectPublicKeyInfo()) + "\n"), cancellationToken);
        await WriteAsync("checkpoint.txt", Encoding.UTF8.GetBytes(proof.Note.Text), cancellationToken);
        await WriteAsync("checkpoint.sig", proof.Note.Signatures[0].Bytes, cancellationToken);
        await WriteAsync("verify.sh", Encoding.ASCII.GetBytes(OpenSslSteps(proof)), cancellationToken);

        var isIncluded = MerkleProof.VerifyInclusion(MerkleHash.OfLeaf(leaf.Span), proof.Index, proof.Checkpoint.Size, [.. proof.Hashes], proof.Checkpoint.Root);
        view.Say(string.Create(CultureInfo.InvariantCulture, $"Audit: {_log.Size} entries, {_log.Settings}. Entry {proof.Index} is {(isIncluded ? "proved" : "NOT proved")} under a signed checkpoint of {proof.Checkpoint.Size}."));
        view.Say("Verify it with openssl alone; the script has nothing but calls of it:");
        view.Say($"  sh '{SafeText.Of(Path.GetRelativePath(".", Path.Combine(_folder, "verify.sh")))}'");
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await _log.DisposeAsync();
        _host.Dispose();
        _key.Dispose();
    }

    private static string FolderOf(string output) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(output)) + "-audit";

    private AccessContext Context => new()
    {
        Actor = new() { Agency = PoliceAgencies.Of(PoliceAgency.Kent), System = "quickstart" },
        Purpose = _isSynthetic ? ProcessingPurpose.SystemTesting : ProcessingPurpose.Prevention,
        Basis = LawfulBasis.Part3Task,
        CaseReference = "QUICKSTART",
        Justification = "Trying the import of an archive",
    };

    private AccessRequest Request(AccessOperation operation) => new() { Operation = operation, RecordType = "crime", Facts = _isSynthetic ? ["synthetic"] : [] };

    private async Task<AuditEntryId> RefusedAsync(CancellationToken cancellationToken)
    {
        var gate = _host.Services.GetRequiredService<AccessGate>();
        try
        {
            var context = Context with { Purpose = ProcessingPurpose.Investigation, CaseReference = null, Justification = null };
            await gate.For(context).RunAsync(Request(AccessOperation.Consultation), static _ => ValueTask.FromResult(0), cancellationToken);
            throw new InvalidOperationException("A look without a matter was permitted.");
        }
        catch (AccessRefusedException refused)
        {
            return refused.Entry;
        }
    }

    // The leaf as the log publishes it: of tiles, which hold hashes alone.
    private async Task<ReadOnlyMemory<byte>> LeafAsync(ulong index, CancellationToken cancellationToken)
    {
        var tiles = Path.Combine(_folder, "tiles");
        var note = await _log.WriteTilesAsync(tiles, cancellationToken);
        return new TileReader(tiles, Checkpoint.Parse(note.Text).Size).Entry(index);
    }

    private async Task WriteAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        await File.WriteAllBytesAsync(Path.Combine(_folder, name), bytes, cancellationToken);

    /// <summary>RFC 9162 section 2.1.3.2 as calls of openssl: the hash of the leaf, then with each hash of the proof the node above, on the left or on the right.</summary>
    private static string OpenSslSteps(LogProof proof)
    {
        var steps = new StringBuilder("set -e\ncd \"$(dirname \"$0\")\"\n");
        steps.Append("openssl dgst -sha256 -verify log.pem -signature checkpoint.sig checkpoint.txt\n");
        steps.Append("b64() { printf '%s\\n' \"$1\" | openssl base64 -d -A; }\n");
        steps.Append("hash() { openssl dgst -sha256 -binary | openssl base64 -A; }\n");
        steps.Append("h=$( { printf '\\000'; cat entry.leaf; } | hash)\n");
        var index = proof.Index;
        var last = proof.Checkpoint.Size - 1;
        foreach (var sibling in proof.Hashes)
        {
            var isRight = (index & 1) == 1 || index == last;
            steps.Append(CultureInfo.InvariantCulture, $"h=$( {{ printf '\\001'; {(isRight ? $"b64 '{sibling}'; b64 \"$h\"" : $"b64 \"$h\"; b64 '{sibling}'")}; }} | hash)\n");
            if (isRight)
            {
                for (; (index & 1) == 0 && index != 0; index >>= 1, last >>= 1)
                {
                }
            }

            index >>= 1;
            last >>= 1;
        }

        return steps.Append("if [ \"$h\" = \"$(sed -n 3p checkpoint.txt)\" ]; then echo 'The entry is in the log.'; else echo 'The entry is NOT in the log.'; exit 1; fi\n").ToString();
    }
}
