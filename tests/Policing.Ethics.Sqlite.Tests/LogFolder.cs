using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics.Audit;
using Policing.Ethics.Redaction;

namespace Policing.Ethics.Sqlite.Tests;

/// <summary>A folder for a log, with its keys and a clock of its own; it is deleted at the end.</summary>
internal sealed class LogFolder : IDisposable
{
    public const string Origin = "audit.force.example/records";
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public LogFolder()
    {
        Path = Directory.CreateTempSubdirectory("policing-audit-").FullName;
        Signer = new(Origin, _key);
    }

    public string Path { get; }

    public string File => System.IO.Path.Combine(Path, "audit.db");

    public EcdsaNoteSigner Signer { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.Zero));

    public PseudonymKey Pseudonyms { get; } = new("t1", RandomNumberGenerator.GetBytes(32));

    public AuditLog Log(Action<SqliteAuditOptions>? configure = null, string? file = null) => SqliteAuditLog.Create(file ?? File, options => Configure(options, configure), Time);

    public SqliteAuditOptions Configure(SqliteAuditOptions options, Action<SqliteAuditOptions>? configure)
    {
        options.Log.Origin = Origin;
        options.Log.Signers = [Signer];
        options.Log.Pseudonyms = Pseudonyms;
        configure?.Invoke(options);
        return options;
    }

    /// <summary>Somebody who can write the file, and does so without the log.</summary>
    public void Tamper(string statement, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ConnectionString);
        connection.Open();
        using SqliteCommand command = new(statement, connection);
        foreach ((string name, object value) in parameters) command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    public T Ask<T>(string query)
    {
        using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ConnectionString);
        connection.Open();
        using SqliteCommand command = new(query, connection);
        return (T)command.ExecuteScalar()!;
    }

    public static AccessContext Context { get; } = new()
    {
        Actor = new() { Person = "u-1001", Agency = new() { Scheme = AgencyScheme.Police, Id = "kent" }, System = "crime-desk", Roles = ["auditor"] },
        Purpose = ProcessingPurpose.Investigation,
        Basis = LawfulBasis.Part3Task,
        CaseReference = "46/1234/31",
        Justification = "Identify the suspect of a burglary",
    };

    public AuditEntry Entry(string text = "Identify the suspect of a burglary") => new()
    {
        Time = Time.GetUtcNow(),
        Context = Context with { Justification = text },
        Operation = AccessOperation.Consultation,
        RecordType = "person",
        Decision = AccessDecision.Permit("sha256:" + new string('0', 64), ["BL-P1"]),
        PolicyHash = "sha256:" + new string('0', 64),
    };

    public void Dispose()
    {
        _key.Dispose();
        Directory.Delete(Path, recursive: true);
    }
}
