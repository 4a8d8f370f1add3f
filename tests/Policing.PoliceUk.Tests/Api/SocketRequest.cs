namespace Policing.PoliceUk.Tests.Api;

/// <summary>A request as it came.</summary>
/// <param name="Head">The request line and the headers, each with its line end, and the empty line.</param>
/// <param name="Body">What came after.</param>
internal sealed record SocketRequest(string Head, string Body)
{
    public string Line => Head[..Head.IndexOf("\r\n", StringComparison.Ordinal)];

    public string Method => Line.Split(' ')[0];

    /// <summary>Path and query.</summary>
    public string Target => Line.Split(' ')[1];
}
