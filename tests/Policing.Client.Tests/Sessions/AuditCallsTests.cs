using Policing.Ethics.Audit;
using Policing.Testing;

namespace Policing.Client.Tests.Sessions;

/// <summary>A partner's log is checked from what it shows, as it grows, and a log that was written anew is found.</summary>
public sealed class AuditCallsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policing-audit-calls.").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_pin_is_moved_along_a_log_that_grows_with_few_calls()
    {
        CheckpointPin pin = new(Path.Combine(_folder, "pin"));
        string? before = null;
        foreach (int size in new[] { 1, 2, 255, 256, 257, 300, 70_000, 70_001 })
        {
            LogPartner partner = await LogPartner.OfAsync(Path.Combine(_folder, $"log-{size}"), size);
            using PolicingClient client = Client(partner);
            SignedNote note = await client.Audit.GetCheckpointAsync(Bench.Ending);
            if (before is null) pin.Begin(note);
            else Assert.Equal(PinOutcome.Held, (await pin.AdvanceAsync(note, client.Audit.GetConsistencyProofAsync, Bench.Ending)).Outcome);
            before = note.Text;
            Assert.InRange(partner.Tiles, 0, 6);
        }
    }

    [Fact]
    public async Task A_log_that_was_written_anew_does_not_hold_what_was_pinned()
    {
        CheckpointPin pin = new(Path.Combine(_folder, "pin"));
        using (PolicingClient client = Client(await LogPartner.OfAsync(Path.Combine(_folder, "old"), 300)))
            pin.Begin(await client.Audit.GetCheckpointAsync(Bench.Ending));
        using PolicingClient later = Client(await LogPartner.OfAsync(Path.Combine(_folder, "new"), 400, changed: 17));
        PinCheck check = await pin.CheckAsync(await later.Audit.GetCheckpointAsync(Bench.Ending), later.Audit.GetConsistencyProofAsync, Bench.Ending);
        Assert.Equal(PinOutcome.Forked, check.Outcome);
    }

    [Fact]
    public async Task An_entry_is_shown_to_be_in_the_log()
    {
        LogPartner partner = await LogPartner.OfAsync(Path.Combine(_folder, "log"), 1000);
        using PolicingClient client = Client(partner);
        Checkpoint checkpoint = Checkpoint.Parse((await client.Audit.GetCheckpointAsync(Bench.Ending)).Text);
        foreach (ulong index in new ulong[] { 0, 255, 256, 768, 999 })
        {
            IReadOnlyList<MerkleHash> proof = await client.Audit.GetInclusionProofAsync(index, checkpoint.Size, Bench.Ending);
            Assert.True(MerkleProof.VerifyInclusion(LogPartner.Leaf((int)index), index, checkpoint.Size, [.. proof], checkpoint.Root));
            Assert.False(MerkleProof.VerifyInclusion(LogPartner.Leaf((int)index + 1), index, checkpoint.Size, [.. proof], checkpoint.Root));
        }
    }

    [Fact]
    public async Task A_part_of_a_tile_that_has_become_full_since_is_taken_from_the_full_one()
    {
        string log = Path.Combine(_folder, "log");
        LogPartner partner = await LogPartner.OfAsync(log, 512);
        // Of the tile above, the part of the earlier size is still there.
        await File.WriteAllBytesAsync(Path.Combine(log, "tile/1/000.p/1"), (await File.ReadAllBytesAsync(Path.Combine(log, "tile/1/000.p/2"), Bench.Ending))[..MerkleHash.Length], Bench.Ending);
        using PolicingClient client = Client(partner);
        IReadOnlyList<MerkleHash> proof = await client.Audit.GetConsistencyProofAsync(260, 400, Bench.Ending);
        Assert.True(MerkleProof.VerifyConsistency(260, 400, [.. proof], LogPartner.Root(260), LogPartner.Root(400)));
    }

    [Fact]
    public async Task What_is_no_checkpoint_or_no_tile_is_an_answer_that_cannot_be_used()
    {
        using PolicingClient client = Client(new LogPartner("", static _ => "not a note"u8.ToArray()));
        Assert.Equal(PartnerFailure.UnreadableAnswer, (await Assert.ThrowsAsync<PartnerException>(() => client.Audit.GetCheckpointAsync(Bench.Ending))).Problem.Failure);
        Assert.Equal(PartnerFailure.UnreadableAnswer, (await Assert.ThrowsAsync<PartnerException>(() => client.Audit.GetTileAsync(TilePath.OfHashes(0, 0), Bench.Ending))).Problem.Failure);
    }

    [Fact]
    public async Task A_partner_that_shows_none_says_so()
    {
        using PolicingClient client = Client(new LogPartner("", static _ => null));
        Assert.Equal(PartnerFailure.NotAvailable, (await Assert.ThrowsAsync<PartnerException>(() => client.Audit.GetCheckpointAsync(Bench.Ending))).Problem.Failure);
    }

    [Fact]
    public async Task Sizes_that_make_no_sense_are_refused_before_anything_is_sent()
    {
        using PolicingClient client = Client(new LogPartner("", static _ => throw new InvalidOperationException("nothing is sent")));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await client.Audit.GetConsistencyProofAsync(0, 1, Bench.Ending));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await client.Audit.GetConsistencyProofAsync(2, 1, Bench.Ending));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await client.Audit.GetInclusionProofAsync(1, 1, Bench.Ending));
        await Assert.ThrowsAsync<ArgumentException>(() => client.Audit.GetTileAsync(default, Bench.Ending));
    }

    private static PolicingClient Client(HttpMessageHandler transport) =>
        PolicingClient.Create(new() { BaseAddress = ScriptedPartner.Address, AllowBearerTokens = true, AccessToken = static (_, _) => new("token") }, transport);
}
