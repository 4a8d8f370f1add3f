using System.IO.Compression;
using System.Security.Cryptography;

namespace Policing.Testing.Tests.Archive;

public class SameBytesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_small_archive_has_the_bytes_it_always_had() =>
        Assert.Equal(
        "5c85e6f8f2720ca57703bef210588fa2b620cce57661b5019267877d69bb9abf",
        Convert.ToHexStringLower(SHA256.HashData(Archives.Zip(Archives.Small))));

    [Fact]
    public void Another_seed_gives_another_archive() =>
        Assert.NotEqual(Archives.Zip(Archives.Small), Archives.Zip(Archives.Small with { Seed = 2026 }));

    [Fact]
    public void The_order_in_which_forces_are_named_does_not_matter() =>
        Assert.Equal(Archives.Zip(Archives.Small), Archives.Zip(Archives.Small with { Forces = ["north-wales", "merseyside"] }));

    [Fact]
    public void Files_made_by_many_threads_in_any_order_are_the_same()
    {
        var archive = new SyntheticArchive(Archives.Small);
        var inOrder = archive.Files.Select(Archives.Bytes).ToArray();
        var twice = archive.Files.Select((_, i) => i).Concat(archive.Files.Select((_, i) => i)).Reverse().ToArray();
        var atOnce = new byte[twice.Length][];

        Parallel.For(0, twice.Length, i =>
        {
            using var target = new MemoryStream();
            archive.Files[twice[i]].WriteTo(target, CancellationToken.None);
            atOnce[i] = target.ToArray();
        });

        Assert.All(twice.Zip(atOnce), pair => Assert.Equal(inOrder[pair.First], pair.Second));
    }

    [Fact]
    public void The_zip_holds_the_files_with_right_checksums_and_a_fixed_time()
    {
        var archive = new SyntheticArchive(Archives.Small);
        using var zip = new ZipArchive(new MemoryStream(Archives.Zip(Archives.Small)), ZipArchiveMode.Read);

        Assert.Equal(archive.Files.Select(file => file.Name), zip.Entries.Select(entry => entry.FullName));
        foreach (var (file, entry) in archive.Files.Zip(zip.Entries))
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            Assert.Equal(Archives.Bytes(file), content.ToArray());
            Assert.Equal(new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), entry.LastWriteTime.DateTime);
            using var checksum = new ChecksumStream();
            checksum.Write(content.ToArray());
            Assert.Equal(entry.Crc32, checksum.Checksum);
        }
    }

    [Fact]
    public void The_checksum_is_the_one_of_the_standard()
    {
        using var checksum = new ChecksumStream();
        checksum.Write("123456789"u8);
        Assert.Equal(0xCBF43926, checksum.Checksum);
    }

    [Fact]
    public void A_folder_holds_the_same_files()
    {
        var folder = Directory.CreateTempSubdirectory("synthetic-archive-");
        try
        {
            var archive = new SyntheticArchive(Archives.Small);
            var manifest = archive.WriteFolder(folder.FullName, Token);

            Assert.All(
                archive.Files,
                file => Assert.Equal(Archives.Bytes(file), File.ReadAllBytes(Path.Combine(folder.FullName, file.Name))));
            Assert.Equal(archive.Describe(Token).Rows, manifest.Rows);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_folder_is_not_written_over()
    {
        var folder = Directory.CreateTempSubdirectory("synthetic-archive-");
        try
        {
            var archive = new SyntheticArchive(Archives.Small);
            var first = Path.Combine(folder.FullName, archive.Files[0].Name);
            Directory.CreateDirectory(Path.GetDirectoryName(first)!);
            File.WriteAllText(first, "somebody's own");

            Assert.Throws<IOException>(() => archive.WriteFolder(folder.FullName, Token));
            Assert.Equal("somebody's own", File.ReadAllText(first));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_large_file_is_written_in_small_pieces()
    {
        var archive = new SyntheticArchive(
            new() { Forces = ["metropolitan"], Months = 1, StreetRows = 160_000, OutcomeRows = 0, StopRows = 0 });
        using var pieces = new PieceStream();

        var manifest = archive.Files[0].WriteTo(pieces, Token);

        Assert.Equal(160_000, manifest.Rows);
        Assert.True(pieces.Length > 30_000_000, "The file is large.");
        Assert.True(pieces.Largest < 64 * 1024, "No piece is large.");
    }

    [Fact]
    public void Cancelling_stops_in_the_middle()
    {
        using var source = new CancellationTokenSource();
        var archive = new SyntheticArchive(Archives.Small with { StreetRows = 100_000, OutcomeRows = 0, StopRows = 0 });
        using var pieces = new PieceStream(source.Cancel);

        Assert.Throws<OperationCanceledException>(() => archive.WriteZip(pieces, source.Token));
    }

    private sealed class PieceStream(Action? afterPiece = null) : MemoryStream
    {
        private long length;

        public int Largest { get; private set; }

        public override long Length => length;

        public override void Write(byte[] buffer, int offset, int count)
        {
            Largest = Math.Max(Largest, count);
            length += count;
            afterPiece?.Invoke();
        }
    }
}
