using System.Security.Cryptography.X509Certificates;

namespace Policing.Client;

/// <summary>
/// Connections of the certificate that is valid now. A connection keeps the certificate that it was opened with, and a token is bound to one: with a new certificate
/// come new connections, and those of the old one carry what is under way to its end and nothing else. Thread-safe.
/// </summary>
internal sealed class RenewedTransport(ClientSettings settings) : HttpMessageHandler
{
    private readonly ClientSettings _settings = settings;
    private readonly Lock _lock = new();
    private Connections? _current;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Current().SendAsync(request, cancellationToken);

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The partner is called asynchronously only.");

    protected override void Dispose(bool disposing)
    {
        if (disposing) Interlocked.Exchange(ref _current, null)?.Dispose();
        base.Dispose(disposing);
    }

    private Connections Current()
    {
        X509Certificate2? certificate = _settings.ClientCertificate?.Invoke();
        if (Volatile.Read(ref _current) is { } current && current.IsOf(certificate)) return current;
        lock (_lock)
        {
            if (_current is { } now && now.IsOf(certificate)) return now;
            Connections renewed = new(_settings, certificate);
            // What is under way on the old ones goes on: a handler that is disposed of closes each connection when it comes back.
            Interlocked.Exchange(ref _current, renewed)?.Dispose();
            return renewed;
        }
    }

    private sealed class Connections(ClientSettings settings, X509Certificate2? certificate) : HttpMessageInvoker(SafeTransport.Create(settings, certificate), disposeHandler: true)
    {
        private readonly X509Certificate2? _certificate = certificate;

        // It may be read from its file for each call: the same certificate in another object is the same.
        public bool IsOf(X509Certificate2? other) =>
            ReferenceEquals(_certificate, other)
            || (_certificate is not null && other is not null && string.Equals(CertificateBinding.Thumbprint(_certificate), CertificateBinding.Thumbprint(other), StringComparison.Ordinal));
    }
}
