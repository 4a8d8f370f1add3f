namespace Policing.Client;

/// <summary>Asks for tokens: answers are small, and nothing is sent twice.</summary>
internal static class TokenHttp
{
    private const int MostOfAnAnswer = 64 << 10;

    public static HttpClient Create(HttpMessageHandler transport, bool disposesOfIt) => Limit(new HttpClient(transport, disposesOfIt));

    public static HttpClient Limit(HttpClient http)
    {
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.MaxResponseContentBufferSize = MostOfAnAnswer;
        return http;
    }
}
