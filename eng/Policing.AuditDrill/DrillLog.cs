using System.Security.Cryptography;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;
using Policing.Ethics.Audit;
using Policing.Ethics.PostgreSql;
using Policing.Ethics.Redaction;
using Policing.Ethics.Sqlite;

namespace Policing.AuditDrill;

/// <summary>The log of a drill: its key lies in a file, so that several processes have the same.</summary>
internal static class DrillLog
{
    private const string Origin = "audit.drill.example/records";
    private const string PostgreSql = "Host=";

    public static string NewKey(string folder)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string file = Path.Combine(folder, "drill.key");
        File.WriteAllText(file, key.ExportPkcs8PrivateKeyPem());
        return file;
    }

    public static EcdsaNoteSigner Signer(string keyFile)
    {
        ECDsa key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(keyFile));
        return new(Origin, key);
    }

    public static AuditLog Create(string store, string keyFile, string synchronous = nameof(SqliteSynchronous.Full))
    {
        EcdsaNoteSigner signer = Signer(keyFile);
        if (store.StartsWith(PostgreSql, StringComparison.Ordinal)) return PostgreSqlAuditLog.Create(store, options => Configure(options.Log, signer));
        SqliteAuditOptions sqlite = new() { Synchronous = Enum.Parse<SqliteSynchronous>(synchronous), AllowUnsafeSettings = synchronous == nameof(SqliteSynchronous.Off) };
        sqlite.LockTimeout = TimeSpan.FromMinutes(1);
        Configure(sqlite.Log, signer);
        return SqliteAuditLog.Create(store, sqlite, TimeProvider.System);
    }

    public static AuditEntry Entry(string mark) => new()
    {
        Time = TimeProvider.System.GetUtcNow(),
        Context = new()
        {
            Actor = new() { Person = "u-1001", Agency = PoliceAgencies.Of(PoliceAgency.Kent), System = "drill" },
            Purpose = ProcessingPurpose.Investigation,
            Justification = mark,
        },
        Operation = AccessOperation.Consultation,
        RecordType = "person",
    };

    /// <summary>The whole log is good, and every acknowledged entry is in it.</summary>
    /// <returns>How many acknowledged entries are not there; with <paramref name="isSafe"/> that is a failure.</returns>
    public static async Task<int> CheckAsync(string store, string keyFile, IReadOnlyCollection<string> acknowledged, bool isSafe = true)
    {
        await using AuditLog log = Create(store, keyFile);
        try
        {
            await log.OpenAsync();
        }
        catch (AuditLogException) when (!isSafe)
        {
            // What was lost went so far that the log does not go on.
            return acknowledged.Count;
        }
        int lost = 0;
        foreach (string id in acknowledged)
        {
            try
            {
                await log.IndexOfAsync(new AuditEntryId(id));
            }
            catch (AuditLogException exception) when (exception.Fault == AuditLogFault.NoSuchEntry)
            {
                lost++;
            }
        }
        if (!isSafe) return lost;
        if (lost > 0) throw new DrillFailedException($"{lost} of {acknowledged.Count} acknowledged entries are lost.");
        await log.CheckpointAsync();
        AuditCheckReport report = await log.CheckAsync(new() { Verifiers = [Signer(keyFile).VerifierKey.ToVerifier()] });
        return report.IsGood ? 0 : throw new DrillFailedException($"{report}: {report.Findings[0]}");
    }

    private static void Configure(AuditLogOptions options, EcdsaNoteSigner signer)
    {
        options.Origin = Origin;
        options.Signers = [signer];
        options.Pseudonyms = new PseudonymKey("drill", SHA256.HashData("A key of a drill is no secret."u8));
        options.CheckpointInterval = TimeSpan.FromMilliseconds(100);
    }
}
