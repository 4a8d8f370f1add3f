using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Policing.Ethics.Audit;
using Policing.Testing;

namespace Policing.Ethics.Ed25519.Tests;

public sealed class WitnessClientTests : IDisposable
{
    private const string Origin = "audit.example/log";
    private static readonly TimeSpan s_safety = TimeSpan.FromSeconds(60);
    private readonly FakeTimeProvider _time = new(DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
    private readonly Dictionary<string, TestWitness> _witnesses = new(StringComparer.Ordinal);
    private readonly List<string> _lines = [];
    private readonly EcdsaNoteSigner _log = LogKey();
    private readonly MerkleTree _tree = Tree(300);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        foreach (TestWitness witness in _witnesses.Values) witness.Dispose();
    }

    [Fact]
    public async Task Witnesses_cosign_a_log_that_grows()
    {
        AddWitnesses("a", "b", "c");
        using HttpClient http = Http();
        WitnessClient client = Client(http);
        foreach (ulong size in new ulong[] { 0, 1, 7, 7, 256, 300 })
        {
            WitnessRound round = await client.CosignAsync(await Note(_tree, size), Proofs(_tree), Token);
            Assert.All(round.Answers, answer => Assert.Equal(WitnessOutcome.Cosigned, answer.Outcome));
            Assert.True(round.Check.IsMet);
            Assert.Equal("witnessed 3 of 3", round.Level.ToString());
            Assert.False(round.IsContradicted);
            Assert.Equal(4, round.Note.Signatures.Count);
            Assert.Equal(size, await _witnesses["b"].SizeOfAsync(Origin));
        }
    }

    [Fact]
    public async Task A_client_that_starts_anew_learns_where_its_witnesses_are()
    {
        AddWitnesses("a");
        using HttpClient http = Http();
        await Client(http).CosignAsync(await Note(_tree, 100), Proofs(_tree), Token);
        int before = _witnesses["a"].Requests;
        WitnessClient client = Client(http);
        WitnessRound round = await client.CosignAsync(await Note(_tree, 300), Proofs(_tree), Token);
        Assert.Equal(WitnessOutcome.Cosigned, round.Answers[0].Outcome);
        // Once to learn the size and once with the proof.
        Assert.Equal(2, _witnesses["a"].Requests - before);
    }

    [Fact]
    public async Task A_log_that_was_cut_or_written_anew_is_contradicted_and_not_cosigned()
    {
        AddWitnesses("a");
        using HttpClient http = Http();
        await Client(http).CosignAsync(await Note(_tree, 200), Proofs(_tree), Token);

        WitnessRound cut = await Client(http).CosignAsync(await Note(_tree, 150), Proofs(_tree), Token);
        Assert.Equal((WitnessOutcome.Ahead, 200UL), (cut.Answers[0].Outcome, cut.Answers[0].Size));
        Assert.True(cut.IsContradicted);
        Assert.Equal(WitnessPolicyOutcome.QuorumNotMet, cut.Check.Outcome);
        Assert.Equal(AssuranceLevel.Unwitnessed, cut.Level);

        MerkleTree other = Tree(300, changed: 3);
        foreach (ulong size in new ulong[] { 200, 300 })
        {
            WitnessRound forked = await Client(http).CosignAsync(await Note(other, size), Proofs(other), Token);
            Assert.Equal(WitnessOutcome.Inconsistent, forked.Answers[0].Outcome);
            Assert.True(forked.IsContradicted);
        }
        Assert.Equal(200UL, await _witnesses["a"].SizeOfAsync(Origin));
        WitnessRound good = await Client(http).CosignAsync(await Note(_tree, 300), Proofs(_tree), Token);
        Assert.True(good.Check.IsMet);
    }

    [Fact]
    public async Task A_quorum_stands_with_a_witness_down_and_falls_with_two()
    {
        AddWitnesses("a", "b", "c");
        using HttpClient http = Http();
        WitnessClient client = Client(http, "group g 2 a b c\nquorum g\n");
        _witnesses["c"].Trouble = _ => throw new HttpRequestException("canary");
        WitnessRound two = await client.CosignAsync(await Note(_tree, 5), Proofs(_tree), Token);
        Assert.True(two.Check.IsMet);
        Assert.Equal("witnessed 2 of 3", two.Level.ToString());
        Assert.Equal(["Cosigned", "Cosigned", "Unreachable"], two.Answers.Select(answer => answer.Outcome.ToString()));

        _witnesses["a"].Trouble = _witnesses["c"].Trouble;
        WitnessRound one = await client.CosignAsync(await Note(_tree, 6), Proofs(_tree), Token);
        Assert.Equal((WitnessPolicyOutcome.QuorumNotMet, AssuranceLevel.Unwitnessed), (one.Check.Outcome, one.Level));
        Assert.DoesNotContain("canary", string.Concat(one.Answers), StringComparison.Ordinal);

        _witnesses["a"].Trouble = null;
        _witnesses["c"].Trouble = null;
        Assert.Equal("witnessed 3 of 3", (await client.CosignAsync(await Note(_tree, 7), Proofs(_tree), Token)).Level.ToString());
    }

    [Fact]
    public async Task A_log_or_key_that_a_witness_does_not_know_is_named_so()
    {
        AddWitnesses("a");
        using SigningKey secret = SigningKey.NewEcdsa(Origin);
        EcdsaNoteSigner next = EcdsaNoteSigner.Of(secret);
        _lines.Add($"log {next.VerifierKey}");
        using HttpClient http = Http();
        SignedNote note = await new Checkpoint(Origin, 3, _tree.Root(3)).SignAsync([next], Token);
        Assert.Equal(WitnessOutcome.UnknownKey, (await Client(http).CosignAsync(note, Proofs(_tree), Token)).Answers[0].Outcome);
        _witnesses["a"].Trust(next.VerifierKey.ToVerifier());
        Assert.Equal(WitnessOutcome.Cosigned, (await Client(http).CosignAsync(note, Proofs(_tree), Token)).Answers[0].Outcome);

        using SigningKey otherSecret = SigningKey.NewEcdsa("audit.example/other");
        EcdsaNoteSigner other = EcdsaNoteSigner.Of(otherSecret);
        _lines.Add($"log {other.VerifierKey}");
        SignedNote unknown = await new Checkpoint("audit.example/other", 3, _tree.Root(3)).SignAsync([other], Token);
        Assert.Equal(WitnessOutcome.UnknownLog, (await Client(http).CosignAsync(unknown, Proofs(_tree), Token)).Answers[0].Outcome);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "", WitnessOutcome.Malformed)]
    [InlineData(HttpStatusCode.OK, "canary", WitnessOutcome.Malformed)]
    [InlineData(HttpStatusCode.OK, "\n— other AAAAAAAA\n", WitnessOutcome.Malformed)]
    [InlineData(HttpStatusCode.OK, "— other AAAAAAAA\n", WitnessOutcome.NotItsKey)]
    [InlineData(HttpStatusCode.Conflict, "5\n", WitnessOutcome.Malformed)]
    [InlineData(HttpStatusCode.NotFound, "canary", WitnessOutcome.UnknownLog)]
    [InlineData(HttpStatusCode.Forbidden, "canary", WitnessOutcome.UnknownKey)]
    [InlineData(HttpStatusCode.UnprocessableEntity, "canary", WitnessOutcome.Inconsistent)]
    [InlineData(HttpStatusCode.BadRequest, "canary", WitnessOutcome.UnexpectedStatus)]
    [InlineData(HttpStatusCode.InternalServerError, "canary", WitnessOutcome.UnexpectedStatus)]
    [InlineData(HttpStatusCode.Found, "", WitnessOutcome.UnexpectedStatus)]
    public async Task Every_other_answer_has_its_outcome_and_no_signature(HttpStatusCode status, string body, WitnessOutcome outcome)
    {
        AddWitnesses("a");
        using HttpClient http = Http();
        _witnesses["a"].Trouble = _ => new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8) };
        WitnessRound round = await Client(http).CosignAsync(await Note(_tree, 5), Proofs(_tree), Token);
        Assert.Equal(outcome, round.Answers[0].Outcome);
        Assert.Null(round.Answers[0].Cosignature);
        Assert.Single(round.Note.Signatures);
        Assert.False(round.Check.IsMet);
    }

    [Theory]
    [InlineData("0\n", WitnessOutcome.Malformed)]
    [InlineData("5\n", WitnessOutcome.Inconsistent)]
    [InlineData("6\n", WitnessOutcome.Ahead)]
    [InlineData("05\n", WitnessOutcome.Malformed)]
    [InlineData("5", WitnessOutcome.Malformed)]
    [InlineData("99999999999999999999\n", WitnessOutcome.Malformed)]
    public async Task A_size_is_read_strictly_and_leads_to_no_endless_asking(string size, WitnessOutcome outcome)
    {
        AddWitnesses("a");
        using HttpClient http = Http();
        _witnesses["a"].Trouble = _ => Size(size);
        WitnessRound round = await Client(http).CosignAsync(await Note(_tree, 5), Proofs(_tree), Token);
        Assert.Equal(outcome, round.Answers[0].Outcome);
        Assert.InRange(_witnesses["a"].Requests, 1, 2);
    }

    [Fact]
    public async Task A_witness_that_names_another_size_each_time_is_left_alone()
    {
        AddWitnesses("a");
        using HttpClient http = Http();
        int named = 0;
        _witnesses["a"].Trouble = _ => Size($"{++named}\n");
        WitnessRound round = await Client(http).CosignAsync(await Note(_tree, 300), Proofs(_tree), Token);
        Assert.Equal((WitnessOutcome.Busy, 3), (round.Answers[0].Outcome, _witnesses["a"].Requests));
        // A size that was named by mistake stands no longer than until it is asked again.
        _witnesses["a"].Trouble = _ => Size("1000\n");
        WitnessClient client = Client(http);
        Assert.Equal(WitnessOutcome.Ahead, (await client.CosignAsync(await Note(_tree, 300), Proofs(_tree), Token)).Answers[0].Outcome);
        _witnesses["a"].Trouble = null;
        Assert.Equal(WitnessOutcome.Cosigned, (await client.CosignAsync(await Note(_tree, 300), Proofs(_tree), Token)).Answers[0].Outcome);
    }

    [Fact]
    public async Task An_endless_answer_is_cut_and_a_forged_cosignature_counts_for_nothing()
    {
        AddWitnesses("a", "b");
        using HttpClient http = Http();
        SignedNote note = await Note(_tree, 5);
        WitnessRound good = await Client(http).CosignAsync(note, Proofs(_tree), Token);
        byte[] forged = good.Answers[0].Cosignature!.Bytes.ToArray();
        forged[^1] ^= 1;
        NoteSignature signature = new(good.Answers[0].Cosignature!.KeyName, good.Answers[0].Cosignature!.KeyId, forged);
        _witnesses["a"].Trouble = _ => new HttpResponseMessage { Content = new StringContent(signature + "\n") };
        _witnesses["b"].Trouble = _ => new HttpResponseMessage { Content = new StreamContent(new EndlessStream()) };
        WitnessRound round = await Client(http).CosignAsync(note, Proofs(_tree), Token);
        Assert.Equal([WitnessOutcome.NotItsKey, WitnessOutcome.TooLong], round.Answers.Select(answer => answer.Outcome));
    }

    [Fact]
    public async Task A_witness_that_does_not_answer_has_its_time_and_holds_up_nobody()
    {
        AddWitnesses("a", "b");
        using BlockedHandler blocked = new();
        using HttpClient http = new(new ByHost(host => host == "a.example" ? blocked : _witnesses["b"]));
        Task<WitnessRound> asking = Client(http).CosignAsync(await Note(_tree, 5), Proofs(_tree), Token);
        await blocked.Asked.Task.WaitAsync(s_safety, Token);
        _time.Advance(TimeSpan.FromSeconds(11));
        WitnessRound round = await asking.WaitAsync(s_safety, Token);
        Assert.Equal([WitnessOutcome.TimedOut, WitnessOutcome.Cosigned], round.Answers.Select(answer => answer.Outcome));
    }

    [Fact]
    public async Task Who_waits_no_longer_is_told_so_and_what_the_log_throws_is_not_hidden()
    {
        AddWitnesses("a");
        using BlockedHandler blocked = new();
        using HttpClient stuck = new(new ByHost(_ => blocked));
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Task<WitnessRound> asking = Client(stuck).CosignAsync(await Note(_tree, 5), Proofs(_tree), stop.Token);
        await blocked.Asked.Task.WaitAsync(s_safety, Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking.WaitAsync(s_safety, Token));

        using HttpClient http = Http();
        WitnessClient client = Client(http);
        await client.CosignAsync(await Note(_tree, 5), Proofs(_tree), Token);
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
            await client.CosignAsync(await Note(_tree, 6), (_, _, _) => throw new InvalidOperationException("the log cannot be read"), Token));
    }

    [Theory]
    [InlineData("http://a.example/")]
    [InlineData("ftp://a.example/")]
    [InlineData("https://user@a.example/")]
    [InlineData("https://a.example/?key=1")]
    [InlineData("a.example")]
    [InlineData("/add-checkpoint")]
    public void An_address_that_is_not_safe_is_refused(string address)
    {
        using HttpClient http = new();
        AddWitness("a", address);
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => Client(http));
        Assert.Contains("witness a", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("example", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_asked_without_an_address_and_nothing_but_checkpoints_of_the_log_is_sent()
    {
        using HttpClient http = new();
        AddWitness("a", "");
        Assert.Throws<ArgumentException>(() => Client(http));
        AddWitnesses("b");
        using HttpClient other = Http();
        WitnessClient client = Client(other, "quorum b\n");
        using SigningKey secret = SigningKey.NewEcdsa(Origin);
        SignedNote foreign = await new Checkpoint(Origin, 1, _tree.Root(1)).SignAsync([EcdsaNoteSigner.Of(secret)], Token);
        await Assert.ThrowsAsync<ArgumentException>(() => client.CosignAsync(foreign, Proofs(_tree), Token));
        Assert.Throws<ArgumentException>(() => new WitnessClient(other, Policy("quorum b\n"), new() { Timeout = TimeSpan.Zero }));
        Assert.Throws<ArgumentException>(() => new WitnessClient(other, Policy("quorum b\n"), new() { Attempts = 1 }));
    }

    // The example of the specification, with our log.
    [Fact]
    public async Task The_body_is_that_of_the_protocol()
    {
        AddWitnesses("a");
        using HttpClient http = Http();
        WitnessClient client = Client(http);
        SignedNote first = await Note(_tree, 2);
        SignedNote second = await Note(_tree, 3);
        List<string> bodies = [];
        _witnesses["a"].Trouble = request =>
        {
            Assert.Equal("https://a.example/witness/add-checkpoint", request.RequestUri!.AbsoluteUri);
            Assert.Equal(HttpMethod.Post, request.Method);
            using StreamReader reader = new(request.Content!.ReadAsStream(Token));
            bodies.Add(reader.ReadToEnd());
            return bodies.Count == 1 ? Size("2\n") : new HttpResponseMessage(HttpStatusCode.BadGateway);
        };
        await client.CosignAsync(second, Proofs(_tree), Token);
        Assert.Equal([$"old 0\n\n{second}", $"old 2\n{_tree.ConsistencyProof(2, 3)[0]}\n\n{second}"], bodies);
        Assert.NotEqual(first.Text, second.Text);
    }

    private static HttpResponseMessage Size(string text)
    {
        HttpResponseMessage answer = new(HttpStatusCode.Conflict) { Content = new StringContent(text) };
        answer.Content.Headers.ContentType = new MediaTypeHeaderValue("text/x.tlog.size");
        return answer;
    }

    private void AddWitnesses(params string[] names)
    {
        foreach (string name in names) AddWitness(name, $"https://{name}.example/witness/");
    }

    private void AddWitness(string name, string address)
    {
        using SigningKey key = Ed25519Keys.NewWitnessKey($"{name}.example/w");
        Ed25519Cosigner cosigner = new(key, _time);
        _witnesses[name] = new TestWitness(cosigner, [_log.VerifierKey.ToVerifier()]);
        _lines.Add($"witness {name} {cosigner.VerifierKey} {address}");
    }

    private WitnessPolicy Policy(string? quorum = null)
    {
        quorum ??= $"group every all {string.Join(' ', _witnesses.Keys)}\nquorum every\n";
        byte[] file = Encoding.UTF8.GetBytes($"log {_log.VerifierKey}\n{string.Join('\n', _lines)}\n{quorum}");
        Assert.Equal(WitnessPolicyFault.None, WitnessPolicy.TryParse(file, new Ed25519Verifier(), out WitnessPolicy? policy, out _));
        return policy!;
    }

    private WitnessClient Client(HttpClient http, string? quorum = null) => new(http, Policy(quorum), time: _time);

    private HttpClient Http() => new(new ByHost(host => _witnesses[host[..^".example".Length]]));

    private ValueTask<SignedNote> Note(MerkleTree tree, ulong size) => new Checkpoint(Origin, size, tree.Root(size)).SignAsync([_log], Token);

    private static ConsistencyProofSource Proofs(MerkleTree tree) => (old, size, _) => new(tree.ConsistencyProof(old, size));

    private static EcdsaNoteSigner LogKey()
    {
        using SigningKey key = SigningKey.NewEcdsa(Origin);
        return EcdsaNoteSigner.Of(key);
    }

    private static MerkleTree Tree(int size, int changed = -1)
    {
        MerkleTree tree = new();
        for (int i = 0; i < size; i++) tree.Append(MerkleHash.OfLeaf(Encoding.UTF8.GetBytes($"entry {i} {i == changed}")));
        return tree;
    }

    private sealed class ByHost(Func<string, HttpMessageHandler> handlers) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using HttpMessageInvoker invoker = new(handlers(request.RequestUri!.Host), disposeHandler: false);
            return await invoker.SendAsync(request, cancellationToken);
        }
    }

    private sealed class BlockedHandler : HttpMessageHandler
    {
        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            TaskCompletionSource never = new(TaskCreationOptions.RunContinuationsAsynchronously);
            Asked.SetResult();
            await never.Task.WaitAsync(cancellationToken);
            throw new InvalidOperationException();
        }
    }

    private sealed class EndlessStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => count;

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
