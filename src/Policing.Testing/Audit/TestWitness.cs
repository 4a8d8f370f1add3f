using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Policing.Ethics.Audit;

namespace Policing.Testing;

/// <summary>
/// A witness of C2SP tlog-witness in memory, for tests of what a log does with its answers: it keeps the last checkpoint that it cosigned of each log, and refuses every one that is
/// not consistent with that. Put it in the place of an <see cref="HttpClient"/>'s handler.
/// </summary>
/// <remarks>Thread-safe. It keeps nothing when the process ends, so that it is a witness to nobody. Any path that ends with <c>add-checkpoint</c> is its address.</remarks>
public sealed class TestWitness : HttpMessageHandler
{
    private const int MostBytes = 4 * 1024 * 1024;
    private readonly INoteSigner _cosigner;
    private readonly Dictionary<string, List<INoteVerifier>> _logs;
    private readonly Dictionary<string, Checkpoint> _last = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>A witness.</summary>
    /// <param name="cosigner">Its key: an <c>Ed25519Cosigner</c> of Policing.Ethics.Ed25519.</param>
    /// <param name="logs">The keys of the logs that it knows; the name of a key is the origin of its log.</param>
    public TestWitness(INoteSigner cosigner, IEnumerable<INoteVerifier> logs)
    {
        ArgumentNullException.ThrowIfNull(cosigner);
        ArgumentNullException.ThrowIfNull(logs);
        _cosigner = cosigner;
        _logs = logs.GroupBy(log => log.KeyName, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
    }

    /// <summary>The number of requests so far.</summary>
    public int Requests { get; private set; }

    /// <summary>What it answers instead of looking at anything, for tests of a witness in trouble; null for a sound one.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage>? Trouble { get; set; }

    /// <summary>The size of the last checkpoint of a log that it cosigned; 0 where it has none.</summary>
    /// <param name="origin">The log.</param>
    public async Task<ulong> SizeOfAsync(string origin)
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            return _last.TryGetValue(origin, out Checkpoint? last) ? last.Size : 0;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Takes another key of a log: what the operator of a witness does when the log exchanges its key.</summary>
    /// <param name="log">The key.</param>
    public void Trust(INoteVerifier log)
    {
        ArgumentNullException.ThrowIfNull(log);
        _turn.Wait();
        if (!_logs.TryGetValue(log.KeyName, out List<INoteVerifier>? keys)) _logs[log.KeyName] = keys = [];
        keys.Add(log);
        _turn.Release();
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        // One at a time: to look at the last checkpoint and to replace it is one step.
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Requests++;
            if (Trouble is { } trouble) return trouble(request);
            bool isOurs = request.Method == HttpMethod.Post && request.Content is not null && request.RequestUri?.AbsolutePath.EndsWith("/add-checkpoint", StringComparison.Ordinal) == true;
            if (!isOurs) return Answer(HttpStatusCode.MethodNotAllowed);
            byte[] body = await request.Content!.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            return await AddCheckpointAsync(body, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) _turn.Dispose();
        base.Dispose(disposing);
    }

    private async Task<HttpResponseMessage> AddCheckpointAsync(byte[] body, CancellationToken cancellationToken)
    {
        if (!TryRead(body, out ulong old, out MerkleHash[] proof, out SignedNote note)) return Answer(HttpStatusCode.BadRequest);
        Checkpoint checkpoint = Checkpoint.Parse(note.Text);
        if (!_logs.TryGetValue(checkpoint.Origin, out List<INoteVerifier>? keys)) return Answer(HttpStatusCode.NotFound);
        if (!note.Verify(keys).IsVerified) return Answer(HttpStatusCode.Forbidden);
        if (old > checkpoint.Size) return Answer(HttpStatusCode.BadRequest);
        Checkpoint? last = _last.GetValueOrDefault(checkpoint.Origin);
        if (old != (last?.Size ?? 0)) return Elsewhere(last?.Size ?? 0);
        if (!IsConsistent(last, checkpoint, proof)) return Answer(HttpStatusCode.UnprocessableEntity);
        _last[checkpoint.Origin] = checkpoint;
        SignedNote signed = await SignedNote.SignAsync(note.Text, [_cosigner], cancellationToken).ConfigureAwait(false);
        return Answer(HttpStatusCode.OK, signed.Signatures[0] + "\n");
    }

    private static bool IsConsistent(Checkpoint? last, Checkpoint next, MerkleHash[] proof)
    {
        if (last is null || last.Size == 0) return proof.Length == 0 && (next.Size > 0 || next.Root == MerkleHash.OfNothing);
        return MerkleProof.VerifyConsistency(last.Size, next.Size, proof, last.Root, next.Root);
    }

    private static bool TryRead(byte[] body, out ulong old, out MerkleHash[] proof, out SignedNote note)
    {
        (old, proof, note) = (0, [], null!);
        int gap = body.AsSpan().IndexOf("\n\n"u8);
        if (body.Length > MostBytes || gap < 0) return false;
        string[] lines = Encoding.Latin1.GetString(body, 0, gap).Split('\n');
        List<MerkleHash> hashes = [];
        bool isSize = lines[0].StartsWith("old ", StringComparison.Ordinal) && ulong.TryParse(lines[0].AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out old)
            && lines[0] == $"old {old.ToString(CultureInfo.InvariantCulture)}";
        if (!isSize || lines.Length > LogProof.MostHashes + 1) return false;
        foreach (string line in lines[1..])
        {
            if (!MerkleHash.TryParse(line, out MerkleHash hash)) return false;
            hashes.Add(hash);
        }
        proof = [.. hashes];
        if (SignedNote.TryParse(body.AsSpan(gap + 2), out SignedNote? read) != NoteFault.None || Checkpoint.TryParse(read!.Text, out _) != NoteFault.None) return false;
        note = read;
        return true;
    }

    private static HttpResponseMessage Elsewhere(ulong size)
    {
        HttpResponseMessage answer = Answer(HttpStatusCode.Conflict, size.ToString(CultureInfo.InvariantCulture) + "\n");
        answer.Content.Headers.ContentType = new MediaTypeHeaderValue("text/x.tlog.size");
        return answer;
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string text = "") => new(status) { Content = new StringContent(text, Encoding.UTF8) };
}
