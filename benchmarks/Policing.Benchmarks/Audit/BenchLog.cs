using System.Globalization;
using System.Security.Cryptography;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;
using Policing.Ethics.Audit;
using Policing.Ethics.Redaction;
using Policing.Ethics.Sqlite;

namespace Policing.Benchmarks.Audit;

/// <summary>A log in SQLite and the entries that are written to it: a consultation of a person by an officer, with words.</summary>
internal static class BenchLog
{
    public const string Origin = "audit.bench.example/records";
    private static readonly DateTimeOffset Start = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);
    private static readonly AccessDecision Decision = AccessDecision.Permit("sha256:" + new string('0', 64), ["BL-P1"]);
    private static readonly RecordId Person = RecordId.Derive("bench", "person");

    public static EcdsaNoteSigner Signer { get; } = new(Origin, ECDsa.Create(ECCurve.NamedCurves.nistP256));

    public static AuditLog Create(string path, AuditLogMode mode) => SqliteAuditLog.Create(path, options =>
    {
        options.Log.Origin = Origin;
        options.Log.Signers = [Signer];
        options.Log.Pseudonyms = new PseudonymKey("bench", RandomNumberGenerator.GetBytes(32));
        options.Log.Mode = mode;
        options.Log.BufferCapacity = AuditLogOptions.MostWaiting;
    });

    public static AuditEntry Entry(int number) => new()
    {
        Time = Start.AddMilliseconds(number),
        Context = new()
        {
            Actor = new() { Person = $"u-{(number % 500).ToString(CultureInfo.InvariantCulture)}", Agency = new() { Scheme = AgencyScheme.Police, Id = "kent" }, System = "crime-desk" },
            Purpose = ProcessingPurpose.Investigation,
            Basis = LawfulBasis.Part3Task,
            CaseReference = "46/1234/31",
            Justification = "Identify the suspect of a burglary",
        },
        Operation = AccessOperation.Consultation,
        RecordType = "person",
        Records = [Person],
        Decision = Decision,
        PolicyHash = Decision.PolicyHash,
    };

    /// <summary>The bytes that the log keeps of an entry, in all columns.</summary>
    public static int RowBytes(AuditLog log)
    {
        AuditContent content = new AuditContentWriter(log.Pseudonyms).Content(Entry(0), clockWentBack: false);
        return content.Core.Length + content.Details.Length + (2 * AuditLeaf.SaltBytes) + MerkleHash.Length + 16;
    }
}
