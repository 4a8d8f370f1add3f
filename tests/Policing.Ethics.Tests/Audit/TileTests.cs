using System.Security.Cryptography;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Tests.Audit;

public sealed class TileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("audit-tiles-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0, 0, 256, "tile/0/000")]
    [InlineData(0, 273, 112, "tile/0/273.p/112")]
    [InlineData(2, 0, 1, "tile/2/000.p/1")]
    [InlineData(63, 1_234_067, 256, "tile/63/x001/x234/067")]
    [InlineData(0, ulong.MaxValue, 255, "tile/0/x018/x446/x744/x073/x709/x551/615.p/255")]
    public void A_tile_has_the_path_of_the_specification(int level, ulong index, int width, string text)
    {
        Assert.Equal(text, TilePath.OfHashes(level, index, width).ToString());
        Assert.True(TilePath.TryParse(text, out TilePath path));
        Assert.Equal(TilePath.OfHashes(level, index, width), path);
        string entries = text.Replace($"tile/{level}/", "tile/entries/");
        Assert.Equal(entries, TilePath.OfEntries(index, width).ToString());
        Assert.True(TilePath.TryParse(entries, out path));
        Assert.Equal(TilePath.OfEntries(index, width), path);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tile/0")]
    [InlineData("tile/0/0")]
    [InlineData("tile/0/1000")]
    [InlineData("tile/00/000")]
    [InlineData("tile/64/000")]
    [InlineData("tile/0/x000/000")]
    [InlineData("tile/0/001/000")]
    [InlineData("tile/0/x001/x000")]
    [InlineData("tile/0/000.p/0")]
    [InlineData("tile/0/000.p/256")]
    [InlineData("tile/0/000.p/01")]
    [InlineData("tile/0/000.p/1.p/1")]
    [InlineData("tile/0/../000")]
    [InlineData("tile/0/000/")]
    [InlineData("tile/0/x018/x446/x744/x073/x709/x551/616")]
    public void Another_path_is_none(string? text) => Assert.False(TilePath.TryParse(text, out _));

    [Fact]
    public async Task A_tree_of_70_000_has_the_tiles_of_the_specification()
    {
        await WriteAsync(_folder, 70_000);
        string[] files = [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder, file).Replace('\\', '/'))];
        Assert.All(files, file => Assert.True(TilePath.TryParse(file, out _), file));
        Assert.Equal(274, files.Count(file => file.StartsWith("tile/0/", StringComparison.Ordinal)));
        Assert.Equal(["tile/0/273.p/112"], files.Where(file => file.StartsWith("tile/0/", StringComparison.Ordinal) && file.Contains(".p/", StringComparison.Ordinal)));
        Assert.Equal(["tile/1/000", "tile/1/001.p/17"], files.Where(file => file.StartsWith("tile/1/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(["tile/2/000.p/1"], files.Where(file => file.StartsWith("tile/2/", StringComparison.Ordinal)));
        Assert.Equal(274, files.Count(file => file.StartsWith("tile/entries/", StringComparison.Ordinal)));
        Assert.Equal(8_192, new FileInfo(Path.Combine(_folder, "tile/0/000")).Length);

        MerkleTree tree = AuditData.Tree(70_000);
        TileReader reader = new(_folder, 70_000);
        Assert.Equal(tree.Root(), reader.Root());
        reader.Check(tree.Root(), Token);
        for (ulong index = 0; index < 70_000; index += 331) Assert.Equal(tree.InclusionProof(index, 70_000), reader.InclusionProof(index));
        for (ulong old = 1; old <= 70_000; old += 337) Assert.Equal(tree.ConsistencyProof(old, 70_000), reader.ConsistencyProof(old));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(700)]
    public async Task What_was_written_is_read_and_proved(int size)
    {
        MerkleHash root = await WriteAsync(_folder, size);
        Assert.Equal(AuditData.Tree(size).Root(), root);
        TileReader reader = new(_folder, (ulong)size);
        reader.Check(root, Token);
        for (ulong index = 0; index < (ulong)size; index++)
        {
            byte[] entry = reader.Entry(index).ToArray();
            Assert.Equal(AuditData.Entry((int)index), entry);
            Assert.True(MerkleProof.VerifyInclusion(MerkleHash.OfLeaf(entry), index, (ulong)size, [.. reader.InclusionProof(index)], root));
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Entry((ulong)size));
    }

    [Fact]
    public async Task An_earlier_size_is_read_from_the_tiles_of_a_later_one()
    {
        await WriteAsync(_folder, 600);
        MerkleTree tree = AuditData.Tree(600);
        // 512 has full tiles alone; 300 lies in a tile that is full now. The upper level is partial at another width, which a log keeps.
        Assert.Equal(tree.Root(512), new TileReader(_folder, 512).Root());
        TileReader earlier = new(_folder, 300);
        Assert.Equal(AuditData.Entry(299), earlier.Entry(299).ToArray());
        Assert.Equal(tree.Leaf(299), earlier.Leaf(299));
    }

    [Fact]
    public async Task The_longest_entry_is_kept_and_a_longer_one_refused()
    {
        TileWriter writer = new(_folder);
        await writer.AddAsync(new byte[TileWriter.MostEntryBytes], Token);
        await writer.AddAsync(ReadOnlyMemory<byte>.Empty, Token);
        await Assert.ThrowsAsync<ArgumentException>(async () => await writer.AddAsync(new byte[TileWriter.MostEntryBytes + 1], Token));
        MerkleHash root = await writer.CompleteAsync(Token);
        TileReader reader = new(_folder, 2);
        reader.Check(root, Token);
        Assert.Equal(TileWriter.MostEntryBytes, reader.Entry(0).Length);
        Assert.True(reader.Entry(1).IsEmpty);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await writer.AddAsync(new byte[1], Token));
    }

    [Fact]
    public async Task Every_way_to_tamper_is_found_with_its_place()
    {
        MerkleHash root = await WriteAsync(_folder, 700);
        await FoundAsync("tile/entries/001", bytes => bytes[^1] ^= 1, TileFault.Entry, "tile/entries/001");
        await FoundAsync("tile/0/001", bytes => bytes[77] ^= 1, TileFault.Entry, "tile/entries/001");
        await FoundAsync("tile/1/000.p/2", bytes => bytes[40] ^= 1, TileFault.Hash, "tile/1/000.p/2");
        await FoundAsync("tile/entries/002.p/188", bytes => bytes[0] = 0xff, TileFault.Length, "tile/entries/002.p/188");
        Assert.Equal(TileFault.Root, Assert.Throws<TileException>(() => new TileReader(_folder, 700).Check(MerkleHash.OfNothing, Token)).Fault);
        Assert.Equal(TileFault.Missing, Assert.Throws<TileException>(() => new TileReader(_folder, 701).Check(root, Token)).Fault);

        string tile = Path.Combine(_folder, "tile/0/000");
        byte[] whole = await File.ReadAllBytesAsync(tile, Token);
        await File.WriteAllBytesAsync(tile, whole[..^32], Token);
        Assert.Equal(TileFault.Length, Assert.Throws<TileException>(() => new TileReader(_folder, 700).Check(root, Token)).Fault);
        await File.WriteAllBytesAsync(tile, [.. whole, 0], Token);
        Assert.Equal(TileFault.Length, Assert.Throws<TileException>(() => new TileReader(_folder, 700).Leaf(0)).Fault);
        File.Delete(tile);
        TileException missing = Assert.Throws<TileException>(() => new TileReader(_folder, 700).Check(root, Token));
        Assert.Equal((TileFault.Missing, "tile/0/000"), (missing.Fault, missing.Place));

        async Task FoundAsync(string path, Action<byte[]> tamper, TileFault fault, string place)
        {
            string file = Path.Combine(_folder, path);
            byte[] before = await File.ReadAllBytesAsync(file, Token);
            byte[] after = [.. before];
            tamper(after);
            await File.WriteAllBytesAsync(file, after, Token);
            TileException found = Assert.Throws<TileException>(() => new TileReader(_folder, 700).Check(root, Token));
            Assert.Equal((fault, place), (found.Fault, found.Place));
            await File.WriteAllBytesAsync(file, before, Token);
            new TileReader(_folder, 700).Check(root, Token);
        }
    }

    [Fact]
    public async Task A_directory_ends_with_its_checkpoint()
    {
        using ECDsa ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        EcdsaNoteSigner signer = new("audit.example/log", ecdsa);
        TileWriter writer = new(_folder);
        await writer.AddAsync(AuditData.Entry(0), Token);
        Assert.Equal(TileFault.Checkpoint, Assert.Throws<TileException>(() => TileReader.ReadCheckpoint(_folder)).Fault);
        MerkleHash root = await writer.CompleteAsync(Token);
        SignedNote other = await new Checkpoint("audit.example/log", 2, root).SignAsync([signer], Token);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await writer.WriteCheckpointAsync(other, Token));
        await writer.WriteCheckpointAsync(await new Checkpoint("audit.example/log", 1, root).SignAsync([signer], Token), Token);

        SignedNote read = TileReader.ReadCheckpoint(_folder);
        Assert.True(read.Verify([signer.VerifierKey.ToVerifier()]).IsVerified);
        new TileReader(_folder, Checkpoint.Parse(read.Text).Size).Check(Checkpoint.Parse(read.Text).Root, Token);
        Assert.Throws<IOException>(() => new TileWriter(_folder));
    }

    private static async Task<MerkleHash> WriteAsync(string folder, int size)
    {
        TileWriter writer = new(folder);
        for (int i = 0; i < size; i++) await writer.AddAsync(AuditData.Entry(i), Token);
        return await writer.CompleteAsync(Token);
    }
}
