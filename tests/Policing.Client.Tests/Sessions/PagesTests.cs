using System.Net;
using System.Text;
using Policing.DataModel;

namespace Policing.Client.Tests.Sessions;

/// <summary>Pages that lead to each other have no end, and are not gone through as if they had one.</summary>
public class PagesTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("a", "b", "a")]
    [InlineData("a", "b", "c", "b")]
    public async Task A_search_ends_where_a_cursor_comes_again(params string[] cursors)
    {
        Answering partner = new(cursors, cursor => $$"""{"matches":[],"cursor":"{{cursor}}"}""");
        PartnerException ended = await Assert.ThrowsAsync<PartnerException>(async () =>
        {
            await foreach (SearchMatch match in SessionOf(partner).Search.FindAsync(new VehicleSearch { Mark = "ZZ99ZZZ" }, Bench.Ending)) Assert.NotNull(match);
        });
        Assert.Equal(PartnerFailure.UnreadableAnswer, ended.Problem.Failure);
        Assert.Equal(cursors.Length, partner.Asked);
    }

    [Theory]
    [InlineData("begin")]
    [InlineData("a", "a")]
    [InlineData("a", "b", "a")]
    [InlineData("a", "b", "begin")]
    public async Task Changes_end_where_a_cursor_comes_again(params string[] cursors)
    {
        Answering partner = new(cursors, cursor => $$"""{"events":[],"cursor":"{{cursor}}","more":true}""");
        PartnerException ended = await Assert.ThrowsAsync<PartnerException>(async () =>
        {
            await foreach (RecordChange change in SessionOf(partner).Changes.ReadAsync("begin", cancellationToken: Bench.Ending)) Assert.NotNull(change);
        });
        Assert.Equal(PartnerFailure.UnreadableAnswer, ended.Problem.Failure);
        Assert.Equal(cursors.Length, partner.Asked);
    }

    private static PartnerSession SessionOf(Answering partner)
    {
        PolicingClientOptions options = new() { BaseAddress = new("https://partner.example/"), AllowBearerTokens = true, AccessToken = static (_, _) => ValueTask.FromResult("token") };
        return PolicingClient.Create(options, partner).For(Bench.Context());
    }

    // The pages in turn; who asks for more gets none.
    private sealed class Answering(string[] cursors, Func<string, string> page) : HttpMessageHandler
    {
        public int Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Asked == cursors.Length) return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Gone));
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(page(cursors[Asked++]), Encoding.UTF8, "application/json") });
        }
    }
}
