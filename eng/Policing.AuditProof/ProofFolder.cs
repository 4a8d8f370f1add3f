using System.Globalization;
using System.Text;
using System.Text.Json;
using Policing.Ethics.Audit;
using Policing.Ethics.Ed25519;

namespace Policing.AuditProof;

/// <summary>Writes what the checkers read, and holds it against our own checks first.</summary>
internal sealed class ProofFolder(string folder, int entries, int seed)
{
    private const string Origin = "audit.example/records";
    private const int SmallTrees = 24;
    private const int Samples = 300;
    private static readonly JsonSerializerOptions s_camel = new(JsonSerializerDefaults.Web);

    private readonly SampleLog _log = new(entries, seed);
    private readonly Random _random = new(seed);

    public async Task<bool> WriteAsync(TextWriter output)
    {
        using SigningKey ed25519Key = Ed25519Keys.NewLogKey(Origin);
        using SigningKey ecdsaKey = SigningKey.NewEcdsa(Origin);
        Ed25519NoteSigner ed25519 = new(ed25519Key);
        EcdsaNoteSigner ecdsa = EcdsaNoteSigner.Of(ecdsaKey);
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "ed25519.vkey"), ed25519.VerifierKey.ToString());
        await File.WriteAllTextAsync(Path.Combine(folder, "ecdsa.vkey"), ecdsa.VerifierKey.ToString());
        await WriteTilesAsync([ed25519, ecdsa]);
        int checkpoints = await WriteCheckpointsAsync([ed25519, ecdsa]);
        int proofs = await WriteProofsAsync(ecdsa);
        int pairs = await WriteConsistencyAsync();
        int flips = await FlipsRefusedAsync(ecdsa);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"wrote {entries} entries as tiles, {checkpoints} checkpoints, {proofs} inclusion proofs, {pairs} consistency proofs; of {Math.Abs(flips)} flipped bits of a proof file ours took {(flips > 0 ? "none" : "one")}"));
        return flips > 0;
    }

    private async Task WriteTilesAsync(INoteSigner[] signers)
    {
        string tiles = Path.Combine(folder, "log");
        TileWriter writer = new(tiles);
        foreach (byte[] entry in _log.Entries) await writer.AddAsync(entry);
        await writer.CompleteAsync();
        await writer.WriteCheckpointAsync(await NoteAsync((ulong)entries, signers));
        new TileReader(tiles, (ulong)entries).Check(_log.Tree.Root());
    }

    private async Task<int> WriteCheckpointsAsync(INoteSigner[] signers)
    {
        ulong[] sizes = [.. Sizes()];
        string into = Directory.CreateDirectory(Path.Combine(folder, "checkpoints")).FullName;
        foreach (ulong size in sizes) await File.WriteAllBytesAsync(Path.Combine(into, size.ToString(CultureInfo.InvariantCulture)), (await NoteAsync(size, signers)).ToUtf8());
        return sizes.Length;
    }

    // Every entry of every small tree, and samples of the large one.
    private async Task<int> WriteProofsAsync(INoteSigner signer)
    {
        List<(ulong Index, ulong Size)> wanted = [];
        for (ulong size = 1; size <= SmallTrees; size++)
            for (ulong index = 0; index < size; index++) wanted.Add((index, size));
        for (int i = 0; i < Samples; i++) wanted.Add(((ulong)_random.Next(entries), (ulong)entries));
        Dictionary<ulong, SignedNote> notes = [];
        await using StreamWriter lines = new(Path.Combine(folder, "proofs.ndjson"));
        foreach ((ulong index, ulong size) in wanted)
        {
            if (!notes.TryGetValue(size, out SignedNote? note)) notes[size] = note = await NoteAsync(size, [signer]);
            IReadOnlyList<MerkleHash> hashes = _log.Tree.InclusionProof(index, size);
            await lines.WriteLineAsync(JsonSerializer.Serialize(
                new ProofLine(Text(index), Text(size), Convert.ToBase64String(_log.Entries[(int)index]), [.. hashes.Select(hash => hash.ToString())], note.ToString()), s_camel));
        }
        return wanted.Count;
    }

    private async Task<int> WriteConsistencyAsync()
    {
        List<(ulong Old, ulong Size)> wanted = [];
        for (ulong size = 1; size <= SmallTrees; size++)
            for (ulong old = 1; old <= size; old++) wanted.Add((old, size));
        for (int i = 0; i < Samples; i++)
        {
            ulong size = (ulong)_random.Next(2, entries + 1);
            wanted.Add(((ulong)_random.NextInt64(1, (long)size), size));
        }
        await using StreamWriter lines = new(Path.Combine(folder, "consistency.ndjson"));
        foreach ((ulong old, ulong size) in wanted)
        {
            string[] hashes = [.. _log.Tree.ConsistencyProof(old, size).Select(hash => hash.ToString())];
            await lines.WriteLineAsync(JsonSerializer.Serialize(
                new ConsistencyLine(Text(old), Text(size), _log.Tree.Root(old).ToString(), _log.Tree.Root(size).ToString(), hashes), s_camel));
        }
        return wanted.Count;
    }

    // The number of bits; negative where one of them was taken.
    private async Task<int> FlipsRefusedAsync(EcdsaNoteSigner signer)
    {
        ulong index = (ulong)(entries / 3);
        SignedNote note = await NoteAsync((ulong)entries, [signer]);
        byte[] file = new LogProof(index, _log.Tree.InclusionProof(index, (ulong)entries), note).ToUtf8();
        await File.WriteAllBytesAsync(Path.Combine(folder, "entry.tlog-proof"), file);
        WitnessPolicy.TryParse(Encoding.UTF8.GetBytes($"log {signer.VerifierKey}\nquorum none\n"), null, out WitnessPolicy? policy, out _);
        MerkleHash leaf = _log.Tree.Leaf(index);
        if (!LogProof.Parse(file).Verify(leaf, policy!).IsIncluded) return -1;
        for (int bit = 0; bit < file.Length * 8; bit++)
        {
            byte[] flipped = [.. file];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            if (LogProof.TryParse(flipped, out LogProof? read) == ProofFault.None && read!.Verify(leaf, policy!).IsIncluded) return -bit;
        }
        return file.Length * 8;
    }

    private IEnumerable<ulong> Sizes() =>
        new ulong[] { 1, 2, 3, 7, 8, 255, 256, 257, 511, 512, 1000, 65_535, 65_536, 65_537 }.Where(size => size < (ulong)entries).Append((ulong)entries);

    private ValueTask<SignedNote> NoteAsync(ulong size, INoteSigner[] signers) => new Checkpoint(Origin, size, _log.Tree.Root(size)).SignAsync(signers);

    private static string Text(ulong number) => number.ToString(CultureInfo.InvariantCulture);
}
