using System.Text;
using Policing.Ethics.Audit;
using Policing.Ethics.Ed25519;
using Policing.Testing;

namespace Policing.Ethics.Sqlite.Tests.Store;

public class WitnessedLogTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_log_is_witnessed_and_its_proofs_say_so()
    {
        using LogFolder folder = new();
        using Witnessed witnessed = new(folder);
        await using AuditLog log = folder.Log();
        Assert.Equal(AssuranceLevel.Unwitnessed, log.Level);
        AuditEntryId id = await log.AppendAsync(folder.Entry(), Ct);
        WitnessRound round = await log.WitnessAsync(witnessed.Client, Ct);
        Assert.Equal("witnessed 1 of 1", round.Level.ToString());
        Assert.Equal(round.Level, log.Level);

        LogProof proof = await log.ProveAsync(id, Ct);
        MerkleHash leaf = await LeafAsync(log, 0);
        ProofCheck check = proof.Verify(leaf, witnessed.Policy);
        Assert.Equal((true, "witnessed 1 of 1"), (check.IsIncluded, check.Level.ToString()));

        // A proof under what is witnessed is worth more than one under the newest checkpoint.
        AuditEntryId younger = await log.AppendAsync(folder.Entry(), Ct);
        await log.CheckpointAsync(Ct);
        Assert.True((await log.ProveAsync(id, Ct)).Verify(leaf, witnessed.Policy).IsIncluded);
        Assert.Equal(ProofOutcome.CheckpointRefused, (await log.ProveAsync(younger, Ct)).Verify(await LeafAsync(log, 1), witnessed.Policy).Outcome);

        AuditCheckReport report = await log.CheckAsync(new() { Verifiers = [folder.Signer.VerifierKey.ToVerifier()], Policy = witnessed.Policy }, Ct);
        Assert.Empty(report.Findings);
        Assert.Equal(AssuranceLevel.Unwitnessed, report.Level);
        await log.WitnessAsync(witnessed.Client, Ct);
        report = await log.CheckAsync(new() { Verifiers = [folder.Signer.VerifierKey.ToVerifier()], Policy = witnessed.Policy }, Ct);
        Assert.Empty(report.Findings);
        Assert.Equal("witnessed 1 of 1", report.Level.ToString());
    }

    [Fact]
    public async Task A_log_at_rest_is_not_sent_again_and_cosignatures_outlive_the_process()
    {
        using LogFolder folder = new();
        using Witnessed witnessed = new(folder);
        await using (AuditLog log = folder.Log())
        {
            await log.AppendAsync(folder.Entry(), Ct);
            await log.WitnessAsync(witnessed.Client, Ct);
            await log.WitnessAsync(witnessed.Client, Ct);
            await log.WitnessAsync(witnessed.Client, Ct);
        }
        Assert.Equal(1, witnessed.Witness.Requests);
        Assert.Equal(2L, folder.Ask<long>("SELECT COUNT(*) FROM audit_checkpoint"));
        await using AuditLog again = folder.Log();
        await again.OpenAsync(Ct);
        Assert.Equal(2, again.LatestCheckpoint!.Signatures.Count);
    }

    [Fact]
    public async Task A_witness_that_is_down_costs_the_level_and_no_entry()
    {
        using LogFolder folder = new();
        using Witnessed witnessed = new(folder);
        await using AuditLog log = folder.Log();
        await log.AppendAsync(folder.Entry(), Ct);
        witnessed.Witness.Trouble = _ => throw new HttpRequestException();
        WitnessRound round = await log.WitnessAsync(witnessed.Client, Ct);
        Assert.Equal((WitnessOutcome.Unreachable, AssuranceLevel.Unwitnessed, false), (round.Answers[0].Outcome, log.Level, log.IsContradicted));
        await log.AppendAsync(folder.Entry(), Ct);
        witnessed.Witness.Trouble = null;
        await log.WitnessAsync(witnessed.Client, Ct);
        Assert.Equal(AssuranceKind.Witnessed, log.Level.Kind);
        Assert.Equal(AuditLogFault.None, log.Fault);
    }

    [Fact]
    public async Task An_old_copy_that_was_put_back_whole_is_contradicted_by_the_witness_and_by_the_pin()
    {
        using LogFolder folder = new();
        using Witnessed witnessed = new(folder);
        DirectoryInfo elsewhere = Directory.CreateTempSubdirectory("policing-pin");
        try
        {
            CheckpointPin pin = new(Path.Combine(elsewhere.FullName, "pin"));
            string copy = folder.File + ".old";
            await using (AuditLog log = folder.Log()) await log.AppendAsync(folder.Entry(), Ct);
            File.Copy(folder.File, copy);
            await using (AuditLog log = folder.Log())
            {
                await log.AppendAsync(folder.Entry(), Ct);
                WitnessRound round = await log.WitnessAsync(witnessed.Client, Ct);
                pin.Begin(round.Note);
                Assert.True((await log.PinAsync(pin, Ct)).IsHeld);
                Assert.Equal(AssuranceKind.Witnessed, log.Level.Kind);
            }
            File.Copy(copy, folder.File, overwrite: true);
            await using (AuditLog cut = folder.Log())
            {
                Assert.Equal(PinOutcome.RolledBack, (await cut.PinAsync(pin, Ct)).Outcome);
                Assert.True(cut.IsContradicted);
                WitnessRound round = await cut.WitnessAsync(new(witnessed.Http, witnessed.Policy), Ct);
                Assert.Equal(WitnessOutcome.Ahead, round.Answers[0].Outcome);
                Assert.Equal(AssuranceLevel.Unwitnessed, cut.Level);
                // Another history that is as long is no better.
                await cut.AppendAsync(folder.Entry("Another history"), Ct);
                Assert.Equal(PinOutcome.Forked, (await cut.PinAsync(pin, Ct)).Outcome);
                Assert.Equal(WitnessOutcome.Inconsistent, (await cut.WitnessAsync(new(witnessed.Http, witnessed.Policy), Ct)).Answers[0].Outcome);
                Assert.True(cut.IsContradicted);
            }
        }
        finally
        {
            elsewhere.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_log_is_witnessed_on_after_its_key_was_exchanged()
    {
        using LogFolder folder = new();
        using Witnessed witnessed = new(folder);
        using SigningKey secret = SigningKey.NewEcdsa(LogFolder.Origin);
        EcdsaNoteSigner next = EcdsaNoteSigner.Of(secret);
        await using AuditLog log = folder.Log();
        await log.AppendAsync(folder.Entry(), Ct);
        await log.WitnessAsync(witnessed.Client, Ct);
        await log.RotateKeyAsync(new(folder.Signer.VerifierKey, next.VerifierKey), next, LogFolder.Context, Ct);
        // The checkpoint of both keys is one that the witness knows the old key of.
        await log.WitnessAsync(witnessed.Client, Ct);
        Assert.Equal(AssuranceKind.Witnessed, log.Level.Kind);
        await log.AppendAsync(folder.Entry(), Ct);
        WitnessPolicy policy = witnessed.PolicyWith(next);
        using HttpClient http = new(witnessed.Witness, disposeHandler: false);
        WitnessClient client = new(http, policy);
        Assert.Equal(WitnessOutcome.UnknownKey, (await log.WitnessAsync(client, Ct)).Answers[0].Outcome);
        witnessed.Witness.Trust(next.VerifierKey.ToVerifier());
        Assert.Equal(WitnessOutcome.Cosigned, (await log.WitnessAsync(client, Ct)).Answers[0].Outcome);
        AuditCheckReport report = await log.CheckAsync(new() { Verifiers = [folder.Signer.VerifierKey.ToVerifier()], Policy = policy }, Ct);
        Assert.Empty(report.Findings);
        Assert.Equal(AssuranceKind.Witnessed, report.Level.Kind);
    }

    private static async Task<MerkleHash> LeafAsync(AuditLog log, ulong index)
    {
        MerkleHash? leaf = await log.ReadAsync<MerkleHash?>(
            async connection =>
            {
                await foreach (StoredEntry row in AuditStore.EntriesAsync(connection, index, index + 1, Ct)) return row.Leaf();
                return null;
            },
            Ct);
        return leaf!.Value;
    }
}
