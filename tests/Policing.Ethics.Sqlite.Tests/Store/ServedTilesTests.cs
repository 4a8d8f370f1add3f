using Policing.Ethics.Audit;

namespace Policing.Ethics.Sqlite.Tests.Store;

public class ServedTilesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(700)]
    public async Task Every_tile_is_that_of_the_directory(int size)
    {
        using LogFolder folder = new();
        await using AuditLog log = await FilledAsync(folder, size);
        string tiles = Path.Combine(folder.Path, "tiles");
        await log.WriteTilesAsync(tiles, Ct);
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(tiles, "tile"), "*", SearchOption.AllDirectories)];
        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            Assert.True(TilePath.TryParse(Path.GetRelativePath(tiles, file).Replace('\\', '/'), out TilePath path));
            ReadOnlyMemory<byte>? served = await log.TileAsync(path, Ct);
            Assert.True(served.HasValue, path.ToString());
            Assert.Equal(await File.ReadAllBytesAsync(file, Ct), served.Value.ToArray());
        }
    }

    [Fact]
    public async Task What_no_checkpoint_vouches_for_is_not_given_and_a_narrow_tile_stays()
    {
        using LogFolder folder = new();
        await using AuditLog log = folder.Log();
        Assert.Null(await log.TileAsync(TilePath.OfHashes(0, 0, 1), Ct));
        for (int i = 0; i < 200; i++) await log.AppendAsync(folder.Entry(), Ct);
        Assert.Null(await log.TileAsync(TilePath.OfEntries(0, 1), Ct));
        await log.CheckpointAsync(Ct);
        ReadOnlyMemory<byte>? narrow = await log.TileAsync(TilePath.OfHashes(0, 0, 200), Ct);
        Assert.Equal(200 * MerkleHash.Length, narrow!.Value.Length);
        Assert.Null(await log.TileAsync(TilePath.OfHashes(0, 0, 201), Ct));
        for (int i = 0; i < 100; i++) await log.AppendAsync(folder.Entry(), Ct);
        await log.CheckpointAsync(Ct);
        Assert.Equal(narrow.Value.ToArray(), (await log.TileAsync(TilePath.OfHashes(0, 0, 200), Ct))!.Value.ToArray());
        Assert.Equal(narrow.Value.ToArray(), (await log.TileAsync(TilePath.OfHashes(0, 0), Ct))!.Value.ToArray()[..(200 * MerkleHash.Length)]);
        foreach (TilePath beyond in new[] { TilePath.OfHashes(0, 1), TilePath.OfHashes(0, 2, 1), TilePath.OfHashes(1, 0, 2), TilePath.OfHashes(63, 0, 1), TilePath.OfEntries(ulong.MaxValue), default })
            Assert.Null(await log.TileAsync(beyond, Ct));
    }

    [Fact]
    public async Task Proofs_and_tiles_are_good_while_tiles_become_full()
    {
        using LogFolder folder = new();
        await using AuditLog log = await FilledAsync(folder, 250);
        await log.CheckpointAsync(Ct);
        Task writing = Task.Run(async () => await Parallel.ForAsync(0, 2_000, Ct, async (_, token) => await log.AppendAsync(folder.Entry(), token)), Ct);
        while (!writing.IsCompleted)
        {
            SignedNote note = await log.CheckpointAsync(Ct);
            Checkpoint checkpoint = Checkpoint.Parse(note.Text);
            ulong last = checkpoint.Size - 1;
            LogProof proof = await log.ProveAsync(last, Ct);
            TilePath path = TilePath.OfHashes(0, last / TilePath.FullWidth, (int)(last % TilePath.FullWidth) + 1);
            byte[] leaves = (await log.TileAsync(path, Ct))!.Value.ToArray();
            Assert.True(MerkleProof.VerifyInclusion(new MerkleHash(leaves.AsSpan()[^MerkleHash.Length..]), proof.Index, proof.Checkpoint.Size, [.. proof.Hashes], proof.Checkpoint.Root));
            Assert.NotNull(await log.ConsistencyAsync(250, checkpoint.Size, Ct));
        }
        await writing;
    }

    private static async Task<AuditLog> FilledAsync(LogFolder folder, int size)
    {
        AuditLog log = folder.Log();
        await Parallel.ForAsync(0, size, Ct, async (_, token) => await log.AppendAsync(folder.Entry(), token));
        return log;
    }
}
