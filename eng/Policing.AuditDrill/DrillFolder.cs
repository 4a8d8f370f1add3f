using System.Security.Cryptography;
using Policing.Ethics.Audit;
using Policing.Ethics.PostgreSql;
using Policing.Ethics.Redaction;
using Policing.Ethics.Sqlite;

namespace Policing.AuditDrill;

/// <summary>A temporary folder with the keys of a log and, beside them, its data and what its writers say was acknowledged.</summary>
internal sealed class DrillFolder : IDisposable
{
    public const string Origin = "audit.drill.example/log";
    private readonly bool _isOwn;

    private DrillFolder(string path, bool isOwn) => (Path, _isOwn) = (path, isOwn);

    public string Path { get; }

    public string Data => System.IO.Path.Combine(Path, "data");

    public string Database => System.IO.Path.Combine(Data, "audit.db");

    private string KeyFile => System.IO.Path.Combine(Path, "key.pem");

    private string PseudonymFile => System.IO.Path.Combine(Path, "pseudonyms.bin");

    public static DrillFolder Make()
    {
        DrillFolder folder = new(Directory.CreateTempSubdirectory("policing-drill-").FullName, isOwn: true);
        Directory.CreateDirectory(folder.Data);
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(folder.KeyFile, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllBytes(folder.PseudonymFile, RandomNumberGenerator.GetBytes(32));
        return folder;
    }

    public static DrillFolder At(string path) => new(path, isOwn: false);

    /// <summary>The log that a process writes to.</summary>
    /// <param name="connection">A PostgreSQL database; the file of this folder where null.</param>
    /// <param name="file">Another file than that of this folder.</param>
    /// <param name="isUnsafe">With <c>synchronous = OFF</c>, which a user cannot have.</param>
    public AuditLog Log(string? connection = null, string? file = null, bool isUnsafe = false)
    {
        if (connection is not null) return PostgreSqlAuditLog.Create(connection, options => Set(options.Log));
        return SqliteAuditLog.Create(file ?? Database, options =>
        {
            Set(options.Log);
            options.LockTimeout = TimeSpan.FromMinutes(1);
            if (!isUnsafe) return;
            options.Synchronous = SqliteSynchronous.Off;
            options.AllowUnsafeSettings = true;
        });
    }

    public void Dispose()
    {
        if (_isOwn) Directory.Delete(Path, recursive: true);
    }

    private void Set(AuditLogOptions options)
    {
        ECDsa key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(KeyFile));
        options.Origin = Origin;
        options.Signers = [new EcdsaNoteSigner(Origin, key)];
        options.Pseudonyms = new("drill", File.ReadAllBytes(PseudonymFile));
        options.CheckpointInterval = TimeSpan.FromMilliseconds(200);
    }
}
