using Policing.Ethics.Audit;

namespace Policing.Ethics.Tests.Audit;

public sealed class CheckpointPinTests : IDisposable
{
    private const string Origin = "audit.example/log";
    private static readonly TestNoteSigner s_log = TestNoteSigner.Log(Origin);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policing-pin");

    private string PinPath => Path.Combine(_folder.FullName, "pin");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_pin_holds_while_the_log_only_grows()
    {
        MerkleTree tree = AuditData.Tree(300);
        CheckpointPin pin = new(PinPath);
        Assert.Null(pin.Read());
        PinCheck none = await pin.CheckAsync(await Note(tree, 300), Proofs(tree), Token);
        Assert.Equal((PinOutcome.NotPinned, AssuranceLevel.Unwitnessed), (none.Outcome, none.Level));
        pin.Begin(await Note(tree, 0));
        foreach (ulong size in new ulong[] { 0, 1, 2, 255, 256, 300 })
        {
            PinCheck check = await pin.AdvanceAsync(await Note(tree, size), Proofs(tree), Token);
            Assert.True(check.IsHeld);
            Assert.Equal(AssuranceLevel.Pinned, check.Level);
            Assert.Equal(size, Checkpoint.Parse(pin.Read()!.Text).Size);
        }
        Assert.Equal(["pin"], _folder.EnumerateFiles().Select(file => file.Name));
        Assert.Throws<InvalidOperationException>(() => pin.Begin(pin.Read()!));
    }

    [Fact]
    public async Task A_log_that_was_cut_is_rolled_back_and_the_pin_stays()
    {
        MerkleTree tree = AuditData.Tree(10);
        CheckpointPin pin = new(PinPath);
        pin.Begin(await Note(tree, 10));
        PinCheck check = await pin.AdvanceAsync(await Note(tree, 9), Proofs(tree), Token);
        Assert.Equal((PinOutcome.RolledBack, 10UL, AssuranceLevel.Unwitnessed), (check.Outcome, check.PinnedSize, check.Level));
        Assert.Equal(10UL, Checkpoint.Parse(pin.Read()!.Text).Size);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(16)]
    public async Task A_log_that_was_written_anew_is_a_fork(int size)
    {
        MerkleTree tree = new();
        for (int i = 0; i < 16; i++) tree.Append(MerkleHash.OfLeaf(AuditData.Entry(i == 3 ? 99 : i)));
        CheckpointPin pin = new(PinPath);
        pin.Begin(await Note(AuditData.Tree(7), 7));
        Assert.Equal(PinOutcome.Forked, (await pin.AdvanceAsync(await Note(tree, (ulong)size), Proofs(tree), Token)).Outcome);
        Assert.Equal(AuditData.Tree(7).Root(), Checkpoint.Parse(pin.Read()!.Text).Root);
    }

    [Fact]
    public async Task A_pin_of_another_log_or_of_nothing_is_no_pin()
    {
        MerkleTree tree = AuditData.Tree(3);
        CheckpointPin pin = new(PinPath);
        pin.Begin(await new Checkpoint("audit.example/other", 3, tree.Root()).SignAsync([s_log], Token));
        Assert.Equal(PinOutcome.OtherLog, (await pin.CheckAsync(await Note(tree, 3), Proofs(tree), Token)).Outcome);
        foreach (string text in new[] { "", "canary", "text\n\n— name AAAAAAAA\n" })
        {
            await File.WriteAllTextAsync(PinPath, text, Token);
            Assert.Equal(PinOutcome.NotReadable, (await pin.CheckAsync(await Note(tree, 3), Proofs(tree), Token)).Outcome);
            Assert.Null(pin.Read());
        }
        SignedNote none = await SignedNote.SignAsync("text\n", [s_log], Token);
        Assert.Equal(PinOutcome.NotACheckpoint, (await pin.CheckAsync(none, Proofs(tree), Token)).Outcome);
        Assert.Throws<NoteException>(() => pin.Begin(none));
    }

    [Fact]
    public void Levels_are_shown_as_the_page_says()
    {
        Assert.Equal("unwitnessed", default(AssuranceLevel).ToString());
        Assert.Equal("pinned", AssuranceLevel.Pinned.ToString());
        Assert.Equal("witnessed 2 of 3", AssuranceLevel.Witnessed(2, 3).ToString());
        Assert.True(AssuranceLevel.Witnessed(2, 3) == AssuranceLevel.Witnessed(2, 3));
        Assert.True(AssuranceLevel.Witnessed(2, 3) != AssuranceLevel.Witnessed(3, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => AssuranceLevel.Witnessed(0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => AssuranceLevel.Witnessed(4, 3));
        Assert.Contains("against the operator", AssuranceLevel.Unwitnessed.Meaning, StringComparison.Ordinal);
    }

    private static ValueTask<SignedNote> Note(MerkleTree tree, ulong size) => new Checkpoint(Origin, size, tree.Root(size)).SignAsync([s_log], Token);

    private static ConsistencyProofSource Proofs(MerkleTree tree) => (old, size, _) => new(tree.ConsistencyProof(old, size));
}
