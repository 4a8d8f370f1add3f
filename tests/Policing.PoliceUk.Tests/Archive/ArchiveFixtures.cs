using System.IO.Compression;
using System.Text;
using Policing.DataModel.Import;
using Policing.DataModel.Validation;
using Policing.PoliceUk.Archive;

namespace Policing.PoliceUk.Tests.Archive;

/// <summary>A row as a test looks at it: a faulted one has no fields.</summary>
internal sealed record SeenRow(long Line, string Raw, string? Rule, int Column, StreetRow Row);

internal static class Street
{
    public const string Header =
        "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context";

    /// <summary>A row whose location is given, as it stands between the commas.</summary>
    public static string Row(string location = "On or near High Street", string id = "") =>
        $"{id},2031-01,Anytown Police,Anytown Police,-0.1,51.5,{location},E01000001,Anytown 001A,Drugs,Under investigation,";

    public static Task<List<SeenRow>> ReadAsync(string text, ArchiveLimits? limits = null) => ReadAsync(Encoding.UTF8.GetBytes(text), limits);

    public static Task<List<SeenRow>> ReadAsync(byte[] bytes, ArchiveLimits? limits = null) => ReadAsync(new MemoryStream(bytes), limits);

    public static async Task<List<SeenRow>> ReadAsync(Stream stream, ArchiveLimits? limits = null)
    {
        var token = TestContext.Current.CancellationToken;
        await using var reader = await ArchiveReader.OpenAsync(stream, limits: limits, cancellationToken: token);
        return await ReadAsync(reader);
    }

    public static async Task<List<SeenRow>> ReadAsync(ArchiveReader reader)
    {
        var rows = new List<SeenRow>();
        await foreach (var row in reader.ReadStreetAsync(TestContext.Current.CancellationToken))
            rows.Add(new SeenRow(row.Line, row.Raw.ToString(), row.Fault?.Rule.Id, row.Fault?.Column ?? 0, row.Row));
        return rows;
    }

    public static async Task<FindingRule> RuleOfAsync(Func<Task> read) => (await Assert.ThrowsAsync<UnreadableInputException>(read)).Rule;
}

internal static class Packed
{
    public static byte[] Gzip(byte[] data, CompressionLevel level = CompressionLevel.Optimal)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level))
            gzip.Write(data);
        return packed.ToArray();
    }

    public static byte[] Zip(params IEnumerable<(string Name, byte[] Data)> entries)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (name, data) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(data);
            }
        }

        return packed.ToArray();
    }

    /// <summary>Where the directory of a zip with one entry starts.</summary>
    public static int DirectoryOf(byte[] zip) => zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
}

/// <summary>Gives at most some bytes at a time, as a network or a decompressor may.</summary>
internal sealed class TrickleStream(byte[] bytes, int most) : MemoryStream(bytes)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return await base.ReadAsync(buffer[..Math.Min(most, buffer.Length)], cancellationToken);
    }
}

/// <summary>A folder that goes away with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Root = Directory.CreateTempSubdirectory("psdk-").FullName;

    public string Root { get; }

    public string Put(string name, byte[] data)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, data);
        return path;
    }

    public string Put(string name, string text) => Put(name, Encoding.UTF8.GetBytes(text));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
