using System.Net;
using System.Net.Sockets;

namespace Policing.Conformance.Tests.Servers;

/// <summary>A port of loopback on which nobody listens, and that nobody else gets meanwhile.</summary>
internal sealed class ClosedDoor : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ClosedDoor() => _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public Uri Address => new($"http://{_socket.LocalEndPoint}/");

    public void Dispose() => _socket.Dispose();
}
