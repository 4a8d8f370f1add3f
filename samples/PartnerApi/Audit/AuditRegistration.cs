using Policing.Ethics;
using Policing.Ethics.Audit;
using Policing.Ethics.PostgreSql;
using Policing.Ethics.Redaction;
using Policing.Ethics.Sqlite;
using Policing.Samples.Partner.Identity;
using Policing.Samples.Partner.Start;

namespace Policing.Samples.Partner.Audit;

/// <summary>Gives the sample a lasting audit log: in a file of the data folder, or in PostgreSQL where the records are there.</summary>
internal static class AuditRegistration
{
    // Also the name of the key, which says that it is none for production.
    private const string Origin = "dev-partner-api.example/records";

    public static EthicsBuilder UseSampleAudit(this EthicsBuilder ethics, string folder, string? postgreSql, AuditLogMode mode)
    {
        string keys = OwnFile.Folder(Path.Combine(folder, "audit-keys"));
        string signing = SigningKeyFile(Path.Combine(keys, "checkpoints.key"));
        PseudonymKey pseudonyms = new("sample-1", SecretFile.Read(Path.Combine(keys, "pseudonyms.key")));
        return postgreSql is null
            ? ethics.UseSqliteAudit(Path.Combine(OwnFile.Folder(Path.Combine(folder, "audit")), "audit.sqlite"), options => Configure(options.Log))
            : ethics.UsePostgreSqlAudit(postgreSql, options => Configure(options.Log));

        void Configure(AuditLogOptions log) => (log.Origin, log.KeyFile, log.Pseudonyms, log.Mode) = (Origin, signing, pseudonyms, mode);
    }

    private static string SigningKeyFile(string path)
    {
        if (File.Exists(path)) return path;
        using SigningKey key = SigningKey.NewEcdsa(Origin);
        KeyFile.Write(path, key);
        return path;
    }
}
