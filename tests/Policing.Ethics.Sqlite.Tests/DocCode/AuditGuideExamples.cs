using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics.AspNetCore;
using Policing.Ethics.Audit;
using Policing.Ethics.Redaction;
using Policing.Ethics.Sqlite.Tests.Store;

namespace Policing.Ethics.Sqlite.Tests.DocCode;

/// <summary>The code of docs/audit.md and of the package page.</summary>
public sealed class AuditGuideExamples
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_gets_a_log_in_one_call()
    {
        using LogFolder folder = new();
        string path = folder.File;
        byte[] secret = RandomNumberGenerator.GetBytes(32);
        ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        ServiceCollection services = new();

        #region AuditHost
        services.AddPolicingEthics().UseSqliteAudit(path, options =>
        {
            options.Log.Origin = "audit.force.example/records";                     // which log; it never changes
            options.Log.Signers = [new EcdsaNoteSigner(options.Log.Origin, key)];   // signs the checkpoints
            options.Log.Pseudonyms = new PseudonymKey("2026a", secret);             // of people and records
        });
        #endregion

        await using ServiceProvider provider = services.BuildServiceProvider();
        AuditLog log = provider.GetRequiredService<AuditLog>();
        await log.OpenAsync(Ct);
        Assert.Equal("audit.force.example/records", log.Origin);
        key.Dispose();
    }

    [Fact]
    public async Task A_host_has_its_log_sealed()
    {
        using LogFolder folder = new();
        using Witnessed witnessed = new(folder);
        WitnessPolicy policy = witnessed.Policy;
        DirectoryInfo elsewhere = Directory.CreateTempSubdirectory("policing-keys");
        string path = folder.File;
        string keyPath = Path.Combine(elsewhere.FullName, "audit.key");
        string pinPath = Path.Combine(elsewhere.FullName, "audit.pin");
        byte[] secret = RandomNumberGenerator.GetBytes(32);
        using (SigningKey made = SigningKey.NewEcdsa("audit.force.example/records")) KeyFile.Write(keyPath, made);
        ServiceCollection services = new();

        #region AuditSealed
        services.AddPolicingEthics()
            .UseSqliteAudit(path, options =>
            {
                options.Log.KeyFile = keyPath;                                  // its name is the origin of the log
                options.Log.Pseudonyms = new PseudonymKey("2026a", secret);
            })
            .AddAuditPin(pinPath)                                               // on another machine, or a share that the host cannot rewrite
            .AddAuditWitnesses(policy);
        services.AddHealthChecks().AddAuditLog();                               // Policing.Ethics.AspNetCore
        #endregion

        await using (ServiceProvider provider = services.BuildServiceProvider())
        {
            AuditLog log = provider.GetRequiredService<AuditLog>();
            await log.OpenAsync(Ct);
            Assert.Equal("audit.force.example/records", log.Origin);
        }
        elsewhere.Delete(recursive: true);
    }

    [Fact]
    public async Task A_key_is_exchanged()
    {
        using LogFolder folder = new();
        await using AuditLog log = folder.Log();
        CancellationToken cancellationToken = Ct;
        EcdsaNoteSigner oldSigner = folder.Signer;
        using SigningKey key = SigningKey.NewEcdsa(LogFolder.Origin);
        EcdsaNoteSigner newSigner = EcdsaNoteSigner.Of(key);
        AccessContext orderedBy = LogFolder.Context;

        #region AuditRotate
        KeyRotation rotation = new(oldSigner.VerifierKey, newSigner.VerifierKey);
        SignedNote both = await log.RotateKeyAsync(rotation, newSigner, orderedBy, cancellationToken);
        #endregion

        Assert.Equal(2, both.Signatures.Count);
    }

    [Fact]
    public async Task A_log_is_proved_checked_and_erased_from()
    {
        using LogFolder folder = new();
        await using AuditLog log = folder.Log();
        CancellationToken cancellationToken = Ct;
        AuditEntry entry = folder.Entry();
        VerifierKey verifierKey = folder.Signer.VerifierKey;
        AccessContext recordsManager = LogFolder.Context;
        AccessActor approver = new() { Person = "u-2002", Agency = PoliceAgencies.Of(PoliceAgency.Kent), System = "records-desk" };
        string proofFile = Path.Combine(folder.Path, "entry.tlog-proof");

        #region AuditProve
        AuditEntryId id = await log.AppendAsync(entry, cancellationToken);          // complete when it is durable

        LogProof proof = await log.ProveAsync(id, cancellationToken);
        await File.WriteAllBytesAsync(proofFile, proof.ToUtf8(), cancellationToken);  // C2SP tlog-proof
        #endregion

        #region AuditCheck
        AuditCheckReport report = await log.CheckAsync(new() { Verifiers = [verifierKey.ToVerifier()] }, cancellationToken);
        foreach (AuditFinding finding in report.Findings) Console.WriteLine(finding);  // Edited: entry 17
        #endregion

        Assert.True(report.IsGood);
        folder.Time.Advance(TimeSpan.FromDays(3_000));

        #region AuditErase
        AuditErasure erasure = await log.EraseAsync([0], "Records board, decision 12 of 2031", recordsManager, approver, cancellationToken);
        #endregion

        Assert.Equal(1, erasure.Details);
    }
}
