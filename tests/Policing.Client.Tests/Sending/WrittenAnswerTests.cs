using System.Net;
using System.Text;
using Policing.DataModel;
using Policing.Testing;

namespace Policing.Client.Tests.Sending;

/// <summary>What a partner says of a write is read as the contract says, and never half.</summary>
public class WrittenAnswerTests
{
    private static readonly string Id = Bench.IdOf(1).Text;

    public static TheoryData<string> Unusable { get; } =
    [
        "",
        "null",
        "[]",
        "{",
        "{}",
        $$"""{"record":"{{Id}}"}""",
        $$"""{"record":"{{Id}}","change":7}""",
        $$"""{"record":7,"change":"created"}""",
        """{"record":"urn:uuid:00000000-0000-0000-0000-000000000000","change":"created"}""",
        $$"""{"record":"{{Id}}","change":"created","record":"{{Id}}"}""",
        $$"""{"record":"{{Id}}","change":"created","change":"replaced"}""",
        $$"""{"record":"{{Id}}","change":"created"} {}""",
        $$"""{"record":"{{Id}}","change":"created","more":[[[""",
        $$"""{"record":"{{Id}}","change":"created","auditEntry":"\ud800"}""",
        """{"record":"\udc00","change":"created"}""",
    ];

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task An_answer_that_cannot_be_used_may_have_been_preceded_by_the_effect(string answer)
    {
        PartnerResult<WriteAnswer> result = await SendAsync(Encoding.UTF8.GetBytes(answer));
        Assert.Equal(PartnerFailure.UnreadableAnswer, result.Failure);
        Assert.True(result.Problem!.MayHaveTakenEffect);
    }

    [Fact]
    public async Task Bytes_that_are_no_Unicode_are_an_answer_that_cannot_be_used()
    {
        byte[] answer = [.. Encoding.UTF8.GetBytes($$"""{"record":"{{Id}}","change":"created","auditEntry":"a"""), 0xC3, 0x28, (byte)'"', (byte)'}'];
        Assert.Equal(PartnerFailure.UnreadableAnswer, (await SendAsync(answer)).Failure);
    }

    [Fact]
    public async Task Another_record_than_was_written_is_not_taken()
    {
        PartnerResult<WriteAnswer> result = await SendAsync(Encoding.UTF8.GetBytes($$"""{"record":"{{Bench.IdOf(2).Text}}","change":"created"}"""));
        Assert.Equal(PartnerFailure.Untrusted, result.Failure);
    }

    [Fact]
    public async Task All_that_the_contract_names_is_read_and_the_rest_passed_over()
    {
        string answer = $$"""
            {"more":{"record":"x"},"version":3,"record":"URN:UUID:{{Id[9..].ToUpperInvariant()}}","change":"unchanged","findings":[{"rule":"PSDK-RUL-0001","severity":"warning","pointer":"/names/0"}],"auditEntry":"entry-1"}
            """;
        WriteAnswer written = (await SendAsync(Encoding.UTF8.GetBytes(answer))).OrThrow();
        Assert.True(written.Record.Means(Bench.IdOf(1)));
        Assert.Equal((WriteChange.Unchanged, 3, "entry-1"), (written.Change, written.Version, written.AuditEntry.ToString()));
        Assert.Equal("PSDK-RUL-0001", Assert.Single(written.Findings).Rule);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("\"1\"")]
    [InlineData("{}")]
    [InlineData("99999999999")]
    public async Task A_version_that_is_no_number_is_none(string version)
    {
        WriteAnswer written = (await SendAsync(Encoding.UTF8.GetBytes($$"""{"version":{{version}},"record":"{{Id}}","change":"of a later version"}"""))).OrThrow();
        Assert.Null(written.Version);
        Assert.Equal(WriteChange.Unknown, written.Change);
    }

    private static async Task<PartnerResult<WriteAnswer>> SendAsync(byte[] answer)
    {
        using Answering transport = new(answer);
        PolicingClientOptions options = new() { BaseAddress = ScriptedPartner.Address, AllowBearerTokens = true, AccessToken = static (_, _) => new("token") };
        using PolicingClient client = PolicingClient.Create(options, transport);
        return await client.For(Bench.Context()).Records.TryCreateAsync(Bench.PersonOf(1), Bench.Ending);
    }

    private sealed class Answering(byte[] answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new ByteArrayContent(answer) };
            response.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            return Task.FromResult(response);
        }
    }
}
