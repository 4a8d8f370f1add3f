using System.Globalization;
using System.Text;

namespace Policing.PoliceUk.Tests.Api;

/// <summary>What the server sends.</summary>
internal sealed record SocketAnswer(byte[] Bytes)
{
    public TimeSpan Delay { get; init; }

    /// <summary>Whether it hangs up afterwards.</summary>
    public bool Closes { get; init; }

    public static SocketAnswer Json(string json) => Of(200, Encoding.UTF8.GetBytes(json), "application/json");

    public static SocketAnswer Json(byte[] json) => Of(200, json, "application/json");

    public static SocketAnswer Status(int status, string text = "", params string[] headers) =>
        Of(status, Encoding.UTF8.GetBytes(text), "text/html", headers);

    public static SocketAnswer Of(int status, byte[] body, string type, params string[] headers)
    {
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} Said\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n{string.Concat(headers.Select(h => h + "\r\n"))}\r\n");
        return new([.. Encoding.Latin1.GetBytes(head), .. body]);
    }
}
