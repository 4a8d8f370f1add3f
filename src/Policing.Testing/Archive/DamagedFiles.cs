using System.IO.Compression;
using System.Text;

namespace Policing.Testing;

/// <summary>
/// Files that a reader must refuse as a whole, one clear error each, for tests; a <see cref="SyntheticArchive"/> never holds them. What a
/// compressor makes of the same input may differ between machines, so the bytes of the compressed ones are not promised. Safe for several
/// threads.
/// </summary>
public static class DamagedFiles
{
    private const string StreetName = "2023-03/2023-03-avon-and-somerset-street.csv";
    private const string StreetHeader =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
        + "Last outcome category,Context\r\n";

    /// <summary>A file without a byte, not even a header.</summary>
    public static byte[] Empty() => [];

    /// <summary>A CSV file whose header is none of the archive's: a column is missing and the names are other ones.</summary>
    public static byte[] WrongHeader() =>
        Encoding.ASCII.GetBytes("id,month,force,lon,lat,type\r\n1,2023-03,Avon and Somerset Constabulary,-2.7,51.3,Burglary\r\n");

    /// <summary>A file that is called <c>.csv.gz</c> by whoever uses it, and is plain CSV.</summary>
    public static byte[] GzipThatIsNotGzip() => StreetFile(rows: 3);

    /// <summary>A gzip file that ends in the middle: its header and a part of its rows can be read.</summary>
    public static byte[] TruncatedGzip()
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(StreetFile(rows: 2_000));
        }

        var whole = target.ToArray();
        return whole[..(whole.Length / 2)];
    }

    /// <summary>
    /// A zip file of a thousandth of the size of what it holds: one street file whose header is right, followed by a single line that goes
    /// on for <paramref name="inflatedBytes"/> bytes.
    /// </summary>
    /// <param name="inflatedBytes">The length of the line; 256 MiB unless given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public static byte[] ZipBomb(long inflatedBytes = 256L * 1024 * 1024)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(inflatedBytes);
        using var target = new MemoryStream();
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(StreetName, CompressionLevel.Optimal).Open();
            entry.Write(Encoding.ASCII.GetBytes(StreetHeader));
            WriteFiller(entry, inflatedBytes);
        }

        return target.ToArray();
    }

    private static void WriteFiller(Stream target, long length)
    {
        var filler = new byte[64 * 1024];
        filler.AsSpan().Fill((byte)'A');
        while (length > 0)
        {
            var part = (int)Math.Min(length, filler.Length);
            target.Write(filler, 0, part);
            length -= part;
        }
    }

    private static byte[] StreetFile(int rows)
    {
        var archive = new SyntheticArchive(new SyntheticArchiveOptions
        {
            Forces = ["avon-and-somerset"],
            Months = 1,
            StreetRows = rows,
            OutcomeRows = 0,
            StopRows = 0,
            Dirt = SyntheticDirt.None,
        });
        using var target = new MemoryStream();
        archive.Files[0].WriteTo(target);
        return target.ToArray();
    }
}
