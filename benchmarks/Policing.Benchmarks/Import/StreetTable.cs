using Policing.Testing;

namespace Policing.Benchmarks.Import;

/// <summary>A synthetic street file without dirt, in memory.</summary>
/// <param name="Name">Its name in the archive.</param>
/// <param name="Csv">Its bytes.</param>
/// <param name="Rows">Its data rows.</param>
internal sealed record StreetTable(string Name, byte[] Csv, int Rows)
{
    public static StreetTable Make(int rows)
    {
        SyntheticArchive archive = new(new()
        {
            Forces = ["avon-and-somerset"],
            Months = 1,
            StreetRows = rows,
            OutcomeRows = 0,
            StopRows = 0,
            Dirt = SyntheticDirt.None,
        });
        SyntheticArchiveFile file = archive.Files[0];
        using MemoryStream csv = new();
        file.WriteTo(csv);
        return new(Path.GetFileName(file.Name), csv.ToArray(), rows);
    }
}
