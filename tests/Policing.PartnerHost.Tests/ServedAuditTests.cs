using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Policing.Client;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.Ethics;
using Policing.Ethics.Audit;
using Policing.Samples.Partner.Identity;
using Policing.Samples.Partner.Start;
using static Policing.PartnerHost.Tests.PartnerTestHost;

namespace Policing.PartnerHost.Tests;

/// <summary>What samples/PartnerApi shows of its audit log over HTTP, checked by its client as an auditor would: with the log's public key, a pin, and nothing of the server's own.</summary>
public sealed class ServedAuditTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policing-served-audit").FullName;
    private WebApplication? _app;

    private static CancellationToken Ending => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = SampleHost.Build(["--data", Path.Combine(_folder, "data"), "--port", "0"]);
        await SampleHost.StartAsync(_app, TextWriter.Null, Ending);
    }

    public async ValueTask DisposeAsync()
    {
        await _app!.StopAsync(Ending);
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task An_entry_is_in_it_and_the_log_of_later_is_that_of_before_with_more()
    {
        using PolicingClient client = Client();
        CheckpointPin pin = new(Path.Combine(_folder, "pin"));
        AuditEntryId refused = await RefusedAsync(client);
        SignedNote before = await CheckpointAsync(client);
        pin.Begin(before);
        // Over the edge of a tile.
        while (Log.Size < 300) await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RefusedAsync(client)));
        SignedNote after = await CheckpointAsync(client);
        Assert.InRange(SizeOf(after), 300UL, ulong.MaxValue);
        Assert.Equal(PinOutcome.Held, (await pin.AdvanceAsync(after, client.Audit.GetConsistencyProofAsync, Ending)).Outcome);

        // Who was refused has the id of an entry; whoever keeps the log tells its index, and the rest is arithmetic.
        ulong index = await Log.IndexOfAsync(refused, Ending);
        foreach (SignedNote note in new[] { before, after })
        {
            Checkpoint checkpoint = Checkpoint.Parse(note.Text);
            MerkleHash leaf = MerkleHash.OfLeaf((await CopyAsync(client, checkpoint.Size)).Entry(index).Span);
            IReadOnlyList<MerkleHash> proof = await client.Audit.GetInclusionProofAsync(index, checkpoint.Size, Ending);
            Assert.True(MerkleProof.VerifyInclusion(leaf, index, checkpoint.Size, [.. proof], checkpoint.Root));
            Assert.False(MerkleProof.VerifyInclusion(leaf, index + 1, checkpoint.Size, [.. proof], checkpoint.Root));
        }
    }

    [Fact]
    public async Task All_of_it_copied_tile_by_tile_makes_the_root_that_was_signed_and_has_nothing_of_anybody()
    {
        using PolicingClient client = Client();
        await RefusedAsync(client);
        Checkpoint checkpoint = Checkpoint.Parse((await CheckpointAsync(client)).Text);
        TileReader copy = await CopyAsync(client, checkpoint.Size);
        copy.Check(checkpoint.Root, Ending);
        Assert.Equal(checkpoint.Root, copy.Root());
        for (ulong index = 0; index < copy.Size; index++) Assert.True(AuditLeaf.TryParse(copy.Entry(index), out _), "An entry is shown by its two digests, and by nothing else.");
    }

    [Fact]
    public async Task A_tile_that_was_changed_on_the_way_proves_nothing()
    {
        using PolicingClient honest = Client();
        AuditEntryId refused = await RefusedAsync(honest);
        CheckpointPin pin = new(Path.Combine(_folder, "pin"));
        pin.Begin(await CheckpointAsync(honest));
        await RefusedAsync(honest);
        SignedNote after = await CheckpointAsync(honest);
        Checkpoint checkpoint = Checkpoint.Parse(after.Text);
        ulong index = await Log.IndexOfAsync(refused, Ending);
        MerkleHash leaf = (await CopyAsync(honest, checkpoint.Size)).Leaf(index);

        using PolicingClient deceived = Client(new OneBitOtherwise());
        IReadOnlyList<MerkleHash> proof = await deceived.Audit.GetInclusionProofAsync(index, checkpoint.Size, Ending);
        Assert.False(MerkleProof.VerifyInclusion(leaf, index, checkpoint.Size, [.. proof], checkpoint.Root));
        Assert.Equal(PinOutcome.Held, (await pin.CheckAsync(after, honest.Audit.GetConsistencyProofAsync, Ending)).Outcome);
        Assert.NotEqual(PinOutcome.Held, (await pin.CheckAsync(after, deceived.Audit.GetConsistencyProofAsync, Ending)).Outcome);
        TileReader copy = await CopyAsync(deceived, checkpoint.Size);
        Assert.Throws<TileException>(() => copy.Check(checkpoint.Root, Ending));
    }

    private AuditLog Log => _app!.Services.GetRequiredService<AuditLog>();

    private static ulong SizeOf(SignedNote note) => Checkpoint.Parse(note.Text).Size;

    // It signs every few seconds; here it is told to, so that nothing is waited for.
    private async Task<SignedNote> CheckpointAsync(PolicingClient client)
    {
        await Log.CheckpointAsync(Ending);
        SignedNote note = await client.Audit.GetCheckpointAsync(Ending);
        using SigningKey key = KeyFile.Read(Path.Combine(_folder, "data", "audit-keys", "checkpoints.key"), new() { AllowDevelopmentKey = true });
        Assert.True(note.Verify([EcdsaNoteSigner.Of(key).VerifierKey.ToVerifier()]).IsVerified, "The key of the log did not sign it.");
        using SigningKey another = SigningKey.NewEcdsa(key.KeyName);
        Assert.False(note.Verify([EcdsaNoteSigner.Of(another).VerifierKey.ToVerifier()]).IsVerified);
        return note;
    }

    // As tlog-tiles lays them out.
    private async Task<TileReader> CopyAsync(PolicingClient client, ulong size)
    {
        string copy = Path.Combine(_folder, "copy-" + Guid.NewGuid().ToString("N"));
        ulong hashes = size;
        for (int level = 0; hashes > 0; level++, hashes /= TilePath.FullWidth)
            for (ulong tile = 0; tile * TilePath.FullWidth < hashes; tile++) await KeepAsync(TilePath.OfHashes(level, tile, Width(hashes, tile)));
        for (ulong bundle = 0; bundle * TilePath.FullWidth < size; bundle++) await KeepAsync(TilePath.OfEntries(bundle, Width(size, bundle)));
        return new TileReader(copy, size);

        static int Width(ulong all, ulong tile) => (int)Math.Min(all - (tile * TilePath.FullWidth), TilePath.FullWidth);

        async Task KeepAsync(TilePath path)
        {
            string file = Path.Combine(copy, path.ToString());
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, (await client.Audit.GetTileAsync(path, Ending)).ToArray(), Ending);
        }
    }

    private static async Task<AuditEntryId> RefusedAsync(PolicingClient client)
    {
        AccessContext context = new()
        {
            Actor = new() { Agency = Force("kent"), System = "kent-rms" },
            Purpose = ProcessingPurpose.Investigation,
            Basis = LawfulBasis.Part3Task,
            CaseReference = "46/1234/31",
        };
        PartnerResult<RecordAnswer<Person>> refused = await client.For(context).Records.TryGetAsync<Person>(RecordId.New(), Ending);
        Assert.Equal(PartnerFailure.NotAvailable, refused.Failure);
        return refused.Problem!.AuditEntry;
    }

    private PolicingClient Client(DelegatingHandler? between = null)
    {
        TestClient kent = _app!.Services.GetRequiredService<IReadOnlyList<TestClient>>()[0];
        ClientKeys keys = _app.Services.GetRequiredService<ClientKeys>();
        PolicingClientOptions options = new() { BaseAddress = new Uri(_app.Urls.First()), Budget = TimeSpan.FromSeconds(120), AttemptTimeout = TimeSpan.FromSeconds(60) };
        options.Tokens.Endpoint = new Uri(options.BaseAddress, "/token");
        options.Tokens.Issuer = options.BaseAddress.AbsoluteUri;
        options.Tokens.ClientId = kent.Id;
        options.Tokens.Key = () => ClientKey.Of(keys.Of(kent.Id), kent.Id);
        foreach (string scope in new[] { "records.read", "audit.verify" }) options.Tokens.Scopes.Add(scope);
        if (between is not null) between.InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        return PolicingClient.Create(options, between);
    }

    /// <summary>Somebody between, who changes one bit of each tile.</summary>
    private sealed class OneBitOtherwise : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            if (!request.RequestUri!.AbsolutePath.Contains("/audit/tile/", StringComparison.Ordinal)) return response;
            byte[] bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            bytes[^1] ^= 1;
            ByteArrayContent content = new(bytes);
            content.Headers.ContentType = response.Content.Headers.ContentType;
            response.Content = content;
            return response;
        }
    }
}
