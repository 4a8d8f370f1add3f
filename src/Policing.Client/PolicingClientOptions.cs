using System.Security.Cryptography.X509Certificates;
using Policing.DataModel.Codes;
using Policing.Ethics;

namespace Policing.Client;

/// <summary>
/// How one partner is called. The defaults are the safe ones; what is missing or wrong stops the host from starting, and says what to do. It is read once,
/// when the client is made.
/// </summary>
public sealed class PolicingClientOptions
{
    /// <summary>Where the partner is: its origin, such as <c>https://partner.example/</c>; required. HTTPS, or HTTP on loopback. Nothing else is ever called for records.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>How access tokens are had from the partner's identity server. Needed unless <see cref="AccessToken"/> is set.</summary>
    public PartnerTokenOptions Tokens { get; } = new();

    /// <summary>
    /// Gives the access token for a call, in place of <see cref="Tokens"/>; the context is null for calls that need no purpose. It must give each caller his own
    /// token: the client does not look into it. Null unless told.
    /// </summary>
    public Func<AccessContext?, CancellationToken, ValueTask<string>>? AccessToken { get; set; }

    /// <summary>
    /// The certificate of this client, for mutual TLS: asked for with each call, so that it can be renewed while the program runs; a new one gets connections and
    /// tokens of its own. Access tokens are bound to it (RFC 8705). The certificate stays the caller's, and must last as long as the calls that began with it. Null
    /// unless told.
    /// </summary>
    public Func<X509Certificate2?>? ClientCertificate { get; set; }

    /// <summary>
    /// Sets what connections need besides: a proxy, roots of your own (<c>SslOptions.CertificateChainPolicy</c>). Called for each new certificate, in place of
    /// <c>UseSocketsHttpHandler</c>. What the client needs to be safe is set after it: redirects, cookies, decompression, limits, TLS 1.2 or later. Null unless told.
    /// </summary>
    public Action<SocketsHttpHandler>? ConfigureConnections { get; set; }

    /// <summary>
    /// Whether tokens that are not bound to a certificate may be used elsewhere than on loopback: who steals one can use it. False unless told; true is
    /// logged as a warning.
    /// </summary>
    public bool AllowBearerTokens { get; set; }

    /// <summary>How long one call may take in all: attempts, waiting between them, tokens. 30 seconds unless told, at most 10 minutes.</summary>
    public TimeSpan Budget { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one attempt may take, reading the answer included. 10 seconds unless told, at most the budget.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often one call is sent at most. 4 unless told, 1 to 10.</summary>
    public int MaxAttempts { get; set; } = 4;

    /// <summary>How many calls of this partner are under way at once; further ones wait within their budget. 64 unless told, 1 to 1,000.</summary>
    public int MaxConcurrency { get; set; } = 64;

    /// <summary>Bytes of one answer, after decompression. 20 MiB unless told, 1 KiB to 256 MiB.</summary>
    public int MaxAnswerBytes { get; set; } = 20 << 20;

    /// <summary>How long a stream of changes may be silent before it is taken for broken. 90 seconds unless told, at most 10 minutes.</summary>
    public TimeSpan StreamSilence { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>What is done about records that are sent. <see cref="ValidationPolicy.Refuse"/> unless told.</summary>
    public ValidationPolicy Outgoing { get; set; } = ValidationPolicy.Refuse;

    /// <summary>What is done about records that are received. <see cref="ValidationPolicy.Report"/> unless told.</summary>
    public ValidationPolicy Incoming { get; set; } = ValidationPolicy.Report;

    /// <summary>The code lists that records are held to; those of this release unless told.</summary>
    public IReferenceData ReferenceData { get; set; } = Policing.DataModel.Codes.ReferenceData.BuiltIn;

    /// <summary>The highest tier that may be received here; OFFICIAL unless told, null for no ceiling.</summary>
    public SecurityTier? Ceiling { get; set; } = SecurityTier.Official;

    /// <summary>
    /// The reference, for the member <c>ref</c> of the header Policing-Access, under which the partner finds the words of justification; they are never sent in
    /// headers. No reference unless told.
    /// </summary>
    public Func<AccessContext, string?>? AccessReference { get; set; }
}
