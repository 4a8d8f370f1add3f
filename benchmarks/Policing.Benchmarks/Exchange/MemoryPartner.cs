using System.Globalization;
using System.Net;
using System.Text;

namespace Policing.Benchmarks.Exchange;

/// <summary>A partner in memory that answers at once, and makes an answer as cheaply as can be: what is measured is the client.</summary>
internal sealed class MemoryPartner(byte[] record, Func<int, byte[]>? pages = null) : HttpMessageHandler
{
    public const string Address = "https://partner.example/";
    private static readonly byte[] Token = Encoding.UTF8.GetBytes("""{"access_token":"t1.abcdefghijklmnopqrstuvwxyz","token_type":"Bearer","expires_in":3600}""");
    private static readonly byte[] Written = Encoding.UTF8.GetBytes("""{"record":"urn:uuid:0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d11","version":2,"change":"replaced","auditEntry":"0190b4a2-6c1e-7d3a-9f42-5a1c0e7b9d98"}""");

    private int _page;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get) return Task.FromResult(Answer(record));
        if (request.Method == HttpMethod.Put) return Task.FromResult(Answer(Written));
        bool isToken = request.RequestUri!.AbsolutePath.StartsWith("/identity", StringComparison.Ordinal);
        return Task.FromResult(Answer(isToken ? Token : pages!(_page++)));
    }

    private static HttpResponseMessage Answer(byte[] body)
    {
        HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        response.Headers.TryAddWithoutValidation("ETag", "\"2\"");
        return response;
    }

    /// <summary>Pages of a search, a hundred records each.</summary>
    public static Func<int, byte[]> PagesOf(byte[] record, int pages)
    {
        string match = "{\"record\":" + Encoding.UTF8.GetString(record) + ",\"match\":{\"grade\":\"exact\",\"on\":[\"name.exact\"]}}";
        string matches = string.Join(',', Enumerable.Repeat(match, 100));
        return page => Encoding.UTF8.GetBytes("{\"matches\":[" + matches + "]" + (page + 1 < pages ? string.Create(CultureInfo.InvariantCulture, $",\"cursor\":\"c{page + 1}\"") : "") + "}");
    }
}
