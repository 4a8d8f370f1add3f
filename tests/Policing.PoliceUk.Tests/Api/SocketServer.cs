using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Policing.PoliceUk.Tests.Api;

/// <summary>A server of HTTP/1.1 on loopback that shows the bytes it was sent and answers with the bytes it is told.</summary>
internal sealed class SocketServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<SocketRequest, SocketAnswer> _answer;
    private readonly Task _accepting;
    private readonly ConcurrentQueue<SocketRequest> _requests = new();

    public SocketServer(Func<SocketRequest, SocketAnswer> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public SocketServer(params SocketAnswer[] answers)
        : this(new Script(answers).Next)
    {
    }

    /// <summary>Host and port.</summary>
    public string Host => _listener.LocalEndpoint.ToString()!;

    public Uri BaseAddress => new($"http://{Host}/api/");

    public IReadOnlyList<SocketRequest> Requests => [.. _requests];

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                client.NoDelay = true;
                var stream = client.GetStream();
                while (await ReadAsync(stream) is { } request)
                {
                    _requests.Enqueue(request);
                    var answer = _answer(request);
                    await Task.Delay(answer.Delay, _end.Token);
                    await stream.WriteAsync(answer.Bytes, _end.Token);
                    if (answer.Closes)
                        return;
                }
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
            }
        }
    }

    /// <summary>One request with its body; null at the end of the connection.</summary>
    private async Task<SocketRequest?> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var one = new byte[1];
        while (!EndsHead(bytes))
        {
            if (await stream.ReadAsync(one, _end.Token) == 0)
                return null;
            bytes.Add(one[0]);
        }

        var head = Encoding.Latin1.GetString([.. bytes]);
        var length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal)) is { } header
            ? int.Parse(header["Content-Length: ".Length..], CultureInfo.InvariantCulture)
            : 0;
        var body = new byte[length];
        await stream.ReadExactlyAsync(body, _end.Token);
        return new(head, Encoding.Latin1.GetString(body));
    }

    private static bool EndsHead(List<byte> bytes) =>
        bytes.Count >= 4 && bytes[^4] == '\r' && bytes[^3] == '\n' && bytes[^2] == '\r' && bytes[^1] == '\n';

    private sealed class Script(SocketAnswer[] answers)
    {
        private int _next;

        /// <summary>The answers one after the other; the last again and again.</summary>
        public SocketAnswer Next(SocketRequest request) => answers[Math.Min(Interlocked.Increment(ref _next), answers.Length) - 1];
    }
}
