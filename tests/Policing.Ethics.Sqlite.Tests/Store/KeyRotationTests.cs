using Policing.Ethics.Audit;
using Policing.Ethics.Ed25519;

namespace Policing.Ethics.Sqlite.Tests.Store;

public class KeyRotationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_is_exchanged_by_an_entry_and_one_checkpoint_of_both()
    {
        using LogFolder folder = new();
        EcdsaNoteSigner next = Key();
        SignedNote both;
        await using (AuditLog log = folder.Log())
        {
            await AppendAsync(log, folder, 5);
            await log.CheckpointAsync(Ct);
            both = await log.RotateKeyAsync(new(folder.Signer.VerifierKey, next.VerifierKey), next, LogFolder.Context, Ct);
            Assert.Equal([folder.Signer.KeyId, next.KeyId], both.Signatures.Select(signature => signature.KeyId));
            Assert.Equal(6UL, Checkpoint.Parse(both.Text).Size);
            await AppendAsync(log, folder, 3);
            SignedNote after = await log.CheckpointAsync(Ct);
            Assert.Equal([next.KeyId], after.Signatures.Select(signature => signature.KeyId));
        }
        // A later start has the new key.
        await using (AuditLog log = folder.Log(options => options.Log.Signers = [next]))
        {
            await AppendAsync(log, folder, 300);
            AuditCheckReport report = await CheckAsync(log, folder);
            Assert.Empty(report.Findings);
            Assert.Equal(9UL, report.Signed);
        }
        await using AuditLog last = folder.Log(options => options.Log.Signers = [next]);
        AuditCheckReport all = await CheckAsync(last, folder, both);
        Assert.Empty(all.Findings);
        Assert.Equal((309UL, 309UL, AssuranceLevel.Pinned), (all.Size, all.Signed, all.Level));
    }

    [Fact]
    public async Task The_tree_of_the_checkpoint_of_both_is_that_of_the_log_at_every_size()
    {
        foreach (int before in new[] { 0, 1, 254, 255, 256, 300, 511 })
        {
            using LogFolder folder = new();
            EcdsaNoteSigner next = Key();
            await using AuditLog log = folder.Log();
            await AppendAsync(log, folder, before);
            await log.RotateKeyAsync(new(folder.Signer.VerifierKey, next.VerifierKey), next, LogFolder.Context, Ct);
            await AppendAsync(log, folder, 2);
            await log.CheckpointAsync(Ct);
            Assert.Empty((await CheckAsync(log, folder)).Findings);
        }
    }

    [Fact]
    public async Task The_old_key_and_a_strange_one_do_not_open_the_log_again()
    {
        using LogFolder folder = new();
        EcdsaNoteSigner next = Key();
        await using (AuditLog log = folder.Log())
        {
            await log.RotateKeyAsync(new(folder.Signer.VerifierKey, next.VerifierKey), next, LogFolder.Context, Ct);
        }
        foreach (EcdsaNoteSigner wrong in new[] { folder.Signer, Key() })
        {
            await using AuditLog log = folder.Log(options => options.Log.Signers = [wrong]);
            AuditLogException refused = await Assert.ThrowsAsync<AuditLogException>(async () => await log.AppendAsync(folder.Entry(), Ct));
            Assert.Equal(AuditLogFault.OtherKey, refused.Fault);
        }
        await using AuditLog right = folder.Log(options => options.Log.Signers = [next]);
        await right.AppendAsync(folder.Entry(), Ct);
    }

    [Fact]
    public async Task Another_process_with_the_old_key_signs_nothing_more_and_its_entries_stay()
    {
        using LogFolder folder = new();
        EcdsaNoteSigner next = Key();
        await using AuditLog first = folder.Log();
        await using AuditLog second = folder.Log();
        await AppendAsync(second, folder, 1);
        await first.RotateKeyAsync(new(folder.Signer.VerifierKey, next.VerifierKey), next, LogFolder.Context, Ct);
        await AppendAsync(second, folder, 1);
        AuditLogException refused = await Assert.ThrowsAsync<AuditLogException>(async () => await second.CheckpointAsync(Ct));
        Assert.Equal(AuditLogFault.OtherKey, refused.Fault);
        await first.CheckpointAsync(Ct);
        AuditCheckReport report = await CheckAsync(first, folder);
        Assert.Empty(report.Findings);
        Assert.Equal(3UL, report.Signed);
    }

    [Fact]
    public async Task An_exchange_that_cannot_be_signed_leaves_nothing_behind()
    {
        using LogFolder folder = new();
        EcdsaNoteSigner next = Key();
        await using AuditLog log = folder.Log();
        await AppendAsync(log, folder, 2);
        AuditLogException refused = await Assert.ThrowsAsync<AuditLogException>(
            async () => await log.RotateKeyAsync(new(folder.Signer.VerifierKey, next.VerifierKey), new FailingSigner(next), LogFolder.Context, Ct));
        Assert.Equal(AuditLogFault.NotSigned, refused.Fault);
        Assert.Equal(2UL, log.Size);
        await AppendAsync(log, folder, 1);
        Assert.Equal([folder.Signer.KeyId], (await log.CheckpointAsync(Ct)).Signatures.Select(signature => signature.KeyId));
        Assert.Empty((await CheckAsync(log, folder)).Findings);
    }

    [Fact]
    public async Task What_is_no_exchange_is_refused()
    {
        using LogFolder folder = new();
        EcdsaNoteSigner next = Key();
        await using AuditLog log = folder.Log();
        await Assert.ThrowsAsync<ArgumentException>(async () => await log.RotateKeyAsync(new(next.VerifierKey, folder.Signer.VerifierKey), folder.Signer, LogFolder.Context, Ct));
        await Assert.ThrowsAsync<ArgumentException>(async () => await log.RotateKeyAsync(new(folder.Signer.VerifierKey, next.VerifierKey), Key(), LogFolder.Context, Ct));
        EcdsaNoteSigner other = Key("audit.force.example/other");
        EcdsaNoteSigner another = Key("audit.force.example/other");
        await Assert.ThrowsAsync<ArgumentException>(async () => await log.RotateKeyAsync(new(other.VerifierKey, another.VerifierKey), another, LogFolder.Context, Ct));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await log.RotateKeyAsync(new(folder.Signer.VerifierKey, next.VerifierKey), next, LogFolder.Context with { CaseReference = null, Justification = null, Purpose = null! }, Ct));
        Assert.Equal(0UL, log.Size);
    }

    [Fact]
    public async Task A_key_that_signs_without_an_entry_and_an_entry_without_its_checkpoint_are_swapped_keys()
    {
        using LogFolder folder = new();
        EcdsaNoteSigner next = Key();
        SignedNote both;
        await using (AuditLog log = folder.Log())
        {
            await AppendAsync(log, folder, 3);
            both = await log.RotateKeyAsync(new(folder.Signer.VerifierKey, next.VerifierKey), next, LogFolder.Context, Ct);
        }
        Checkpoint checkpoint = Checkpoint.Parse(both.Text);
        foreach (INoteSigner[] signers in new[] { new INoteSigner[] { folder.Signer }, [next], [folder.Signer, next, Key()] })
        {
            folder.Tamper("UPDATE audit_checkpoint SET note = $note WHERE size = 4", ("$note", (await checkpoint.SignAsync(signers, Ct)).ToUtf8()));
            await using AuditLog log = folder.Log();
            AuditCheckReport report = await CheckAsync(log, folder);
            Assert.Equal([new AuditFinding(AuditFindingKind.KeySwapped, 4, 4, "checkpoint")], report.Findings);
        }
    }

    [Fact]
    public async Task A_log_that_signs_with_two_types_exchanges_one()
    {
        using LogFolder folder = new();
        using SigningKey secret = Ed25519Keys.NewLogKey(LogFolder.Origin);
        using SigningKey nextSecret = Ed25519Keys.NewLogKey(LogFolder.Origin);
        Ed25519NoteSigner ed25519 = new(secret);
        Ed25519NoteSigner next = new(nextSecret);
        Ed25519Verifier verifier = new();
        await using AuditLog log = folder.Log(options => options.Log.Signers = [folder.Signer, ed25519]);
        await AppendAsync(log, folder, 2);
        await log.RotateKeyAsync(new(ed25519.VerifierKey, next.VerifierKey), next, LogFolder.Context, Ct);
        await AppendAsync(log, folder, 2);
        Assert.Equal([folder.Signer.KeyId, next.KeyId], (await log.CheckpointAsync(Ct)).Signatures.Select(signature => signature.KeyId));
        AuditCheckOptions options = new() { Verifiers = [folder.Signer.VerifierKey.ToVerifier(), ed25519.VerifierKey.ToVerifier(verifier)], Ed25519 = verifier };
        Assert.Empty((await log.CheckAsync(options, Ct)).Findings);
        // Without the means to check the new key it is not passed over.
        AuditCheckOptions blind = new() { Verifiers = options.Verifiers };
        Assert.Contains(AuditFindingKind.KeySwapped, (await log.CheckAsync(blind, Ct)).Findings.Select(finding => finding.Kind));
    }

    private static EcdsaNoteSigner Key(string origin = LogFolder.Origin)
    {
        using SigningKey key = SigningKey.NewEcdsa(origin);
        return EcdsaNoteSigner.Of(key);
    }

    private static async Task AppendAsync(AuditLog log, LogFolder folder, int entries) =>
        await Task.WhenAll(Enumerable.Range(0, entries).Select(_ => log.AppendAsync(folder.Entry(), Ct).AsTask()));

    private static Task<AuditCheckReport> CheckAsync(AuditLog log, LogFolder folder, params SignedNote[] pinned) =>
        log.CheckAsync(new() { Verifiers = [folder.Signer.VerifierKey.ToVerifier()], Pinned = pinned }, Ct);

    private sealed class FailingSigner(EcdsaNoteSigner key) : INoteSigner
    {
        public string KeyName => key.KeyName;

        public uint KeyId => key.KeyId;

        public ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken) => throw new IOException("canary");
    }
}
