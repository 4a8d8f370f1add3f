namespace Policing.AuditDrill;

/// <summary>A folder for one round.</summary>
internal sealed class DrillFolder : IDisposable
{
    public DrillFolder()
    {
        Path = Directory.CreateTempSubdirectory("policing-drill-").FullName;
        Key = DrillLog.NewKey(Path);
    }

    public string Path { get; }

    public string Store => System.IO.Path.Combine(Path, "audit.db");

    public string Key { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
