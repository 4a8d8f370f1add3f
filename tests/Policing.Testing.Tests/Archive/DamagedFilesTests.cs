using System.IO.Compression;
using System.Text;

namespace Policing.Testing.Tests.Archive;

public class DamagedFilesTests
{
    [Fact]
    public void The_empty_file_is_empty() => Assert.Empty(DamagedFiles.Empty());

    [Fact]
    public void The_wrong_header_is_none_of_the_archives() =>
        Assert.Equal(["id", "month", "force", "lon", "lat", "type"], CsvText.Read(DamagedFiles.WrongHeader()).Header);

    [Fact]
    public void What_is_not_gzip_cannot_be_inflated()
    {
        using var gzip = new GZipStream(new MemoryStream(DamagedFiles.GzipThatIsNotGzip()), CompressionMode.Decompress);
        Assert.Throws<InvalidDataException>(() => gzip.CopyTo(Stream.Null));
    }

    [Fact]
    public void The_truncated_gzip_starts_well_and_ends_too_soon()
    {
        using var content = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(DamagedFiles.TruncatedGzip()), CompressionMode.Decompress);
        CopyWhatCanBeRead(gzip, content);

        var csv = CsvText.Read(content.ToArray());
        Assert.Equal("Crime ID", csv.Header[0]);
        Assert.InRange(csv.Rows.Count, 100, 1_999);
    }

    [Fact]
    public void The_zip_bomb_is_small_and_grows_a_thousandfold()
    {
        const long length = 8 * 1024 * 1024;
        var bomb = DamagedFiles.ZipBomb(length);
        using var zip = new ZipArchive(new MemoryStream(bomb), ZipArchiveMode.Read);
        var entry = Assert.Single(zip.Entries);

        Assert.True(entry.Length > length, "It holds the line and the header.");
        Assert.True(bomb.Length < length / 500, "It is small.");
        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        Assert.StartsWith("Crime ID,Month", reader.ReadLine(), StringComparison.Ordinal);
    }

    private static void CopyWhatCanBeRead(GZipStream gzip, MemoryStream content)
    {
        var buffer = new byte[4096];
        try
        {
            int read;
            while ((read = gzip.Read(buffer, 0, buffer.Length)) > 0)
            {
                content.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            // The end that is missing; what came before it is kept.
        }
    }
}
