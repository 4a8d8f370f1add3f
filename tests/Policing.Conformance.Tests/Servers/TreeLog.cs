using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Policing.Ethics;
using Policing.Ethics.Audit;
using Policing.PartnerHost;

namespace Policing.Conformance.Tests.Servers;

/// <summary>An audit log in memory with its tree, whose checkpoint of now is signed when somebody asks. It can be told to forget entries.</summary>
internal sealed class TreeLog : IAuditLog, IAuditSurface
{
    private readonly Lock _one = new();
    private readonly List<byte[]> _leaves = [];
    private readonly AsyncLocal<List<byte[]>?> _held = new();
    private readonly EcdsaNoteSigner _signer;
    private SignedNote? _checkpoint;
    private int _asked;

    public TreeLog(string origin = "test.example/records")
    {
        using SigningKey key = SigningKey.NewEcdsa(origin);
        _signer = EcdsaNoteSigner.Of(key);
        Key = _signer.VerifierKey.ToVerifier();
        Origin = origin;
    }

    public string Origin { get; }

    /// <summary>The public key as people hand it on.</summary>
    public string KeyText => _signer.VerifierKey.ToString();

    public INoteVerifier Key { get; }

    /// <summary>How many entries each gets that is written: more than one where the log has entries of its own too.</summary>
    public int EntriesOfEach { get; set; } = 1;

    /// <summary>A checkpoint is made anew every so often that it is asked for.</summary>
    public int SignsEvery { get; set; } = 1;

    public ValueTask<AuditEntryId> AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        lock (_one)
            for (int i = 0; i < EntriesOfEach; i++) (_held.Value ?? _leaves).Add(RandomNumberGenerator.GetBytes(64));
        return ValueTask.FromResult(new AuditEntryId(Guid.NewGuid().ToString("D")));
    }

    /// <summary>Answers a request, and forgets its entries where the status that it is answered with says so.</summary>
    public async Task WithoutAsync(HttpContext http, RequestDelegate next, Func<int, bool> forgets)
    {
        List<byte[]> held = _held.Value = [];
        http.Response.OnStarting(() =>
        {
            lock (_one)
                if (!forgets(http.Response.StatusCode)) _leaves.AddRange(held);
            return Task.CompletedTask;
        });
        await next(http);
    }

    public async ValueTask<ReadOnlyMemory<byte>?> CheckpointAsync(CancellationToken cancellationToken)
    {
        Checkpoint now;
        lock (_one)
        {
            if (_checkpoint is not null && ++_asked % SignsEvery != 0) return _checkpoint.ToUtf8();
            now = new(Origin, (ulong)_leaves.Count, Tree(_leaves).Root());
        }

        _checkpoint = await now.SignAsync([_signer], cancellationToken);
        return _checkpoint.ToUtf8();
    }

    public ValueTask<ReadOnlyMemory<byte>?> TileAsync(string level, string tile, CancellationToken cancellationToken)
    {
        if (!TilePath.TryParse($"tile/{level}/{tile}", out TilePath path)) return ValueTask.FromResult<ReadOnlyMemory<byte>?>(null);
        byte[]? bytes;
        lock (_one) bytes = path.IsEntries ? Entries(path) : Hashes(path);
        // A null array would become empty memory, which is not nothing.
        return ValueTask.FromResult(bytes is null ? null : (ReadOnlyMemory<byte>?)bytes);
    }

    private byte[]? Entries(TilePath path)
    {
        byte[][] entries = [.. _leaves.Skip((int)path.Index * TilePath.FullWidth).Take(path.Width)];
        byte[] length = new byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(length, 64);
        return entries.Length == path.Width ? [.. entries.SelectMany(entry => (byte[])[.. length, .. entry])] : null;
    }

    private byte[]? Hashes(TilePath path)
    {
        int of = path.Level switch { 0 => 1, 1 => TilePath.FullWidth, _ => int.MaxValue };
        MerkleHash[] hashes = [.. _leaves.Take(_leaves.Count / of * of).Chunk(of).Select(chunk => Tree(chunk).Root()).Skip((int)path.Index * TilePath.FullWidth).Take(path.Width)];
        return hashes.Length == path.Width ? [.. hashes.SelectMany(hash => hash.ToArray())] : null;
    }

    private static MerkleTree Tree(IEnumerable<byte[]> leaves)
    {
        MerkleTree tree = new();
        foreach (byte[] leaf in leaves) tree.Append(MerkleHash.OfLeaf(leaf));
        return tree;
    }
}
