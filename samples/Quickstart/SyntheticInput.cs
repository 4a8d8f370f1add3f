using Policing.DataModel.Codes;
using Policing.PoliceUk;
using Policing.Testing;

namespace Policing.Samples.Quickstart;

/// <summary>A synthetic archive in a temporary folder, which goes away with it. The seed is fixed: it is the same each time.</summary>
internal sealed class SyntheticInput : IDisposable
{
    private readonly string _folder;

    private SyntheticInput(string folder, string path, SyntheticArchiveManifest manifest)
    {
        _folder = folder;
        Path = path;
        Manifest = manifest;
    }

    /// <summary>What it holds must not be taken for real.</summary>
    public static ArchiveImportOptions ImportOptions { get; } = new() { OperationalStatus = OperationalStatus.Test };

    public string Path { get; }

    /// <summary>What it was made with, and so what must be found.</summary>
    public SyntheticArchiveManifest Manifest { get; }

    public static SyntheticInput Make(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("policing-quickstart-").FullName;
        try
        {
            var path = System.IO.Path.Combine(folder, "archive.zip");
            using var zip = File.Create(path);
            return new(folder, path, new SyntheticArchive(new SyntheticArchiveOptions { Seed = 2026 }).WriteZip(zip, cancellationToken));
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
