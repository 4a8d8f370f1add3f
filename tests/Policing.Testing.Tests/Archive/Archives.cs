namespace Policing.Testing.Tests.Archive;

/// <summary>The archives that the tests look at.</summary>
internal static class Archives
{
    /// <summary>The smallest that has everything: two forces, March and April, more than 500 rows in each file.</summary>
    public static readonly SyntheticArchiveOptions Small = new()
    {
        Seed = 2025,
        Forces = ["merseyside", "north-wales"],
        StreetRows = 600,
        OutcomeRows = 550,
        StopRows = 520,
    };

    public static byte[] Bytes(SyntheticArchiveFile file)
    {
        using var target = new MemoryStream();
        file.WriteTo(target, TestContext.Current.CancellationToken);
        return target.ToArray();
    }

    public static byte[] Zip(SyntheticArchiveOptions options)
    {
        using var target = new MemoryStream();
        new SyntheticArchive(options).WriteZip(target, TestContext.Current.CancellationToken);
        return target.ToArray();
    }

    public static IEnumerable<SyntheticArchiveFile> CsvFiles(SyntheticArchiveOptions options) =>
        new SyntheticArchive(options).Files.Where(file => file.Kind != SyntheticFileKind.Note);
}
