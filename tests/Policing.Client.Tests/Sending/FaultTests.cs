using Policing.DataModel;
using Policing.Testing;

namespace Policing.Client.Tests.Sending;

/// <summary>Every fault ends in the right failure, without a storm of attempts.</summary>
public class FaultTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static TheoryData<string, PartnerFailure, int> Lasting { get; } = new()
    {
        { nameof(PartnerFault.Stale), PartnerFailure.Stale, 1 },
        { nameof(PartnerFault.ServerError), PartnerFailure.Unavailable, 4 },
        { nameof(PartnerFault.NoConnection), PartnerFailure.Unreachable, 4 },
        { nameof(PartnerFault.NeverArrives), PartnerFailure.TimedOut, 3 },
        { nameof(PartnerFault.LostAnswer), PartnerFailure.Unreachable, 4 },
        { nameof(PartnerFault.AnswerNeverComes), PartnerFailure.TimedOut, 3 },
        { nameof(PartnerFault.CutOff), PartnerFailure.Unreachable, 4 },
        { nameof(PartnerFault.Malformed), PartnerFailure.UnreadableAnswer, 1 },
        { nameof(PartnerFault.WrongMediaType), PartnerFailure.UnreadableAnswer, 1 },
        { nameof(PartnerFault.OtherRecord), PartnerFailure.Untrusted, 1 },
        { nameof(PartnerFault.Redirect), PartnerFailure.Untrusted, 1 },
        { nameof(PartnerFault.ExpiredToken), PartnerFailure.Unauthenticated, 2 },
        { nameof(PartnerFault.Limited), PartnerFailure.Limited, 4 },
        { nameof(PartnerFault.LimitedUntil), PartnerFailure.Limited, 4 },
        { nameof(PartnerFault.Unavailable), PartnerFailure.Unavailable, 4 },
        { nameof(PartnerFault.SlowDrip), PartnerFailure.TimedOut, 3 },
        { nameof(PartnerFault.Oversize), PartnerFailure.UnreadableAnswer, 1 },
        { nameof(PartnerFault.CompressedBomb), PartnerFailure.UnreadableAnswer, 1 },
    };

    [Theory]
    [MemberData(nameof(Lasting))]
    public async Task A_fault_that_lasts_ends_in_its_failure(string name, PartnerFailure failure, int attempts)
    {
        using Bench bench = new(static options => options.MaxAnswerBytes = 1 << 20);
        bench.Partner.Hold(Bench.PersonOf(1));
        for (int i = 0; i < 20; i++) bench.Partner.Then(FaultOf(name));
        DateTimeOffset begun = bench.Clock.GetUtcNow();
        PartnerResult<RecordAnswer<Person>> result = await bench.RunAsync(bench.Session.Records.TryGetAsync<Person>(Bench.IdOf(1), Bench.Ending));
        Assert.Equal(failure, result.Failure);
        Assert.Equal(attempts, result.Problem!.Attempts);
        Assert.Equal(attempts, bench.Partner.Requests.Count);
        Assert.False(result.Problem.MayHaveTakenEffect);
        Assert.True(bench.Clock.GetUtcNow() - begun <= TimeSpan.FromSeconds(30), "The call outlived its budget.");
        Assert.Equal(0, bench.Clock.TimersSet);
    }

    [Theory]
    [MemberData(nameof(Lasting))]
    public async Task After_a_fault_that_passes_a_call_that_may_be_sent_again_succeeds(string name, PartnerFailure failure, int attempts)
    {
        using Bench bench = new(static options => options.MaxAnswerBytes = 1 << 20);
        bench.Partner.Hold(Bench.PersonOf(1)).Then(FaultOf(name));
        PartnerResult<RecordAnswer<Person>> result = await bench.RunAsync(bench.Session.Records.TryGetAsync<Person>(Bench.IdOf(1), Bench.Ending));
        Assert.Equal(attempts == 1 ? failure : PartnerFailure.None, result.Failure);
    }

    [Theory]
    [MemberData(nameof(Lasting))]
    public async Task A_call_that_may_not_be_sent_twice_is_not(string name, PartnerFailure failure, int attempts)
    {
        using Bench bench = new(static options => options.MaxAnswerBytes = 1 << 20);
        bench.Partner.Hold(Bench.PersonOf(1));
        for (int i = 0; i < 20; i++) bench.Partner.Then(FaultOf(name));
        PartnerResult<WriteAnswer> result = await bench.RunAsync(
            bench.Session.Records.TryChangeStatusOnceAsync<Person>(Bench.IdOf(1), StatusChange.Retract("entered twice"), RecordTag.Any, Bench.Ending));
        Assert.True(attempts > 0);
        Assert.Single(bench.Partner.Requests);
        Assert.False(result.IsSuccess);
        if (bench.Partner.EffectsOn(Bench.IdOf(1)) == 1 || result.Problem.MayHaveTakenEffect) Assert.Equal(PartnerFailure.UnknownOutcome, result.Failure);
        else Assert.Equal(failure, result.Failure);
    }

    [Fact]
    public async Task Retry_After_is_kept_in_both_forms_and_by_the_partners_own_clock()
    {
        foreach (PartnerFault fault in new[] { PartnerFault.Limited(5 * Second), PartnerFault.LimitedUntil(5 * Second), PartnerFault.Unavailable(5 * Second) })
        {
            using Bench bench = new(static options => { options.Tokens.Key = null; options.ClientCertificate = static () => null; });
            bench.Partner.Hold(Bench.PersonOf(1)).Then(fault);
            bench.Partner.ClockAhead = TimeSpan.FromMinutes(40);
            DateTimeOffset begun = bench.Clock.GetUtcNow();
            await bench.RunAsync(bench.Session.Records.GetAsync<Person>(Bench.IdOf(1), Bench.Ending));
            Assert.Equal(5 * Second, bench.Clock.GetUtcNow() - begun);
        }
    }

    [Fact]
    public async Task A_wait_that_the_budget_does_not_have_is_not_begun()
    {
        using Bench bench = new();
        bench.Partner.Hold(Bench.PersonOf(1)).Then(PartnerFault.Limited(TimeSpan.FromMinutes(5)));
        DateTimeOffset begun = bench.Clock.GetUtcNow();
        PartnerResult<RecordAnswer<Person>> result = await bench.RunAsync(bench.Session.Records.TryGetAsync<Person>(Bench.IdOf(1), Bench.Ending));
        Assert.Equal(PartnerFailure.Limited, result.Failure);
        Assert.True(result.Problem!.IsRetryable);
        Assert.Equal(TimeSpan.FromMinutes(5), result.Problem.RetryAfter);
        Assert.Equal(begun, bench.Clock.GetUtcNow());
        Assert.Single(bench.Partner.Requests);
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_sent_again_and_done_once()
    {
        using Bench bench = new();
        bench.Partner.Then(PartnerFault.LostAnswer, PartnerFault.AnswerNeverComes, PartnerFault.CutOff);
        WriteAnswer written = await bench.RunAsync(bench.Session.Records.CreateAsync(Bench.PersonOf(1), Bench.Ending));
        Assert.Equal(WriteChange.Unchanged, written.Change);
        Assert.Equal(1, bench.Partner.EffectsOn(Bench.IdOf(1)));
    }

    [Fact]
    public async Task A_replacement_that_finds_its_own_lost_one_says_that_it_may_have_taken_effect()
    {
        using Bench bench = new();
        bench.Partner.Hold(Bench.PersonOf(1)).Then(PartnerFault.LostAnswer);
        PartnerResult<WriteAnswer> result = await bench.RunAsync(bench.Session.Records.TryReplaceAsync(Bench.PersonOf(1, "Other"), RecordTag.Parse("\"1\""), Bench.Ending));
        Assert.Equal(PartnerFailure.Stale, result.Failure);
        Assert.True(result.Problem!.MayHaveTakenEffect);
        Assert.Equal(1, bench.Partner.EffectsOn(Bench.IdOf(1)));
    }

    [Fact]
    public async Task A_next_page_elsewhere_is_not_asked_for()
    {
        using Bench bench = new();
        bench.Partner.Hold(Bench.PersonOf(1)).Then(PartnerFault.ForeignNextPage);
        PartnerException exception = await Assert.ThrowsAsync<PartnerException>(async () =>
        {
            await foreach (Link link in bench.Session.Records.GetLinksAsync<Person>(Bench.IdOf(1), cancellationToken: Bench.Ending)) Assert.Fail(link.ToString());
        });
        Assert.Equal(PartnerFailure.Untrusted, exception.Failure);
        Assert.Single(bench.Partner.Requests);
    }

    [Theory]
    [InlineData("/v1/records/person/x/links?cursor=c1", "https://partner.example/v1/records/person/x/links?cursor=c1")]
    [InlineData("https://partner.example/v1/x", "https://partner.example/v1/x")]
    [InlineData("https://partner.example:8443/v1/x", null)]
    [InlineData("http://partner.example/v1/x", null)]
    [InlineData("https://partner.example.evil.example/v1/x", null)]
    [InlineData("//elsewhere.example/v1/x", null)]
    [InlineData("/v1/../identity/token", null)]
    [InlineData("https://partner.example@elsewhere.example/v1/x", null)]
    [InlineData("https://user@partner.example/v1/x", null)]
    [InlineData("/v1\\..\\x", null)]
    [InlineData("/other", null)]
    [InlineData("javascript:alert(1)", null)]
    public void Next_pages_are_at_the_partners_own_origin(string next, string? resolved)
    {
        ClientSettings settings = new(Bench.Options(), TimeProvider.System);
        if (resolved is null) Assert.Equal(PartnerFailure.Untrusted, Assert.Throws<AnswerFaultException>(() => PageLinks.Resolve(next, settings)).Failure);
        else Assert.Equal(resolved, PageLinks.Resolve(next, settings));
    }

    [Fact]
    public async Task A_partner_that_is_down_is_left_alone_for_a_while()
    {
        using Bench bench = new(static options => options.MaxAttempts = 1);
        bench.Partner.Hold(Bench.PersonOf(1));
        RecordCalls records = bench.Session.Records;
        for (int i = 0; i < 20; i++)
        {
            bench.Partner.Then(PartnerFault.ServerError);
            await bench.RunAsync(records.TryGetAsync<Person>(Bench.IdOf(1), Bench.Ending));
        }
        int sent = bench.Partner.Requests.Count;
        PartnerResult<RecordAnswer<Person>> refused = await bench.RunAsync(records.TryGetAsync<Person>(Bench.IdOf(1), Bench.Ending));
        Assert.Equal(PartnerFailure.Unavailable, refused.Failure);
        Assert.Equal(0, refused.Problem!.Attempts);
        Assert.NotNull(refused.Problem.RetryAfter);
        Assert.Equal(sent, bench.Partner.Requests.Count);
        bench.Clock.Advance(TimeSpan.FromSeconds(16));
        Assert.True((await bench.RunAsync(records.TryGetAsync<Person>(Bench.IdOf(1), Bench.Ending))).IsSuccess);
    }

    [Theory]
    [InlineData(400, "malformed-request", PartnerFailure.Invalid)]
    [InlineData(403, "purpose-required", PartnerFailure.PurposeRequired)]
    [InlineData(403, "not-controller", PartnerFailure.NotController)]
    [InlineData(403, "something-new", PartnerFailure.NotPermitted)]
    [InlineData(412, "exists", PartnerFailure.Exists)]
    [InlineData(418, "teapot", PartnerFailure.Refused)]
    [InlineData(422, "too-broad", PartnerFailure.TooBroad)]
    [InlineData(422, "unavailable", PartnerFailure.Invalid)]
    [InlineData(410, "cursor-expired", PartnerFailure.CursorEnded)]
    public async Task Problems_are_told_apart_by_code_and_else_by_status(int status, string code, PartnerFailure failure)
    {
        using Bench bench = new();
        bench.Partner.Then(PartnerFault.Problem(status, "{\"type\":\"https://schemas.policing-sdk.example/problems/" + code + "\",\"title\":\"x\",\"status\":1,\"code\":\"" + code + "\"}"));
        Assert.Equal(failure, (await bench.Session.Records.TryGetAsync<Person>(Bench.IdOf(1), Bench.Ending)).Failure);
    }

    [Fact]
    public void The_contract_and_the_client_know_the_same_problems()
    {
        using System.Text.Json.JsonDocument contract = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(Contract.Path));
        string[] codes = [.. contract.RootElement.GetProperty("x-psdk-problems").EnumerateArray().Select(static problem => problem.GetProperty("code").GetString()!)];
        Assert.Equal(codes.Order(StringComparer.Ordinal), ProblemCodes.All.Order(StringComparer.Ordinal));
        foreach (System.Text.Json.JsonElement problem in contract.RootElement.GetProperty("x-psdk-problems").EnumerateArray())
            Assert.Equal(problem.GetProperty("code").GetString(), ProblemCodes.Of(problem.GetProperty("code").GetString(), problem.GetProperty("status").GetInt32()).Code);
    }

    internal static PartnerFault FaultOf(string name) => name switch
    {
        nameof(PartnerFault.Limited) => PartnerFault.Limited(2 * Second),
        nameof(PartnerFault.LimitedUntil) => PartnerFault.LimitedUntil(2 * Second),
        nameof(PartnerFault.Unavailable) => PartnerFault.Unavailable(2 * Second),
        nameof(PartnerFault.SlowDrip) => PartnerFault.SlowDrip(Second),
        nameof(PartnerFault.Oversize) => PartnerFault.Oversize(2 << 20),
        nameof(PartnerFault.CompressedBomb) => PartnerFault.CompressedBomb(64 << 20),
        _ => (PartnerFault)typeof(PartnerFault).GetProperty(name)!.GetValue(null)!,
    };
}
