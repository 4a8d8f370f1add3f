using System.Buffers;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Duende.IdentityModel;
using Duende.IdentityModel.Client;
using Policing.Ethics;

namespace Policing.Client;

/// <summary>Gets the token of a call: the caller's own function, or the identity server's, each caller's apart from all others'. Thread-safe.</summary>
internal sealed class TokenSource(HttpMessageInvoker http, ClientSettings settings)
{
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LeastSkew = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(30);

    // RFC 6750 2.1: what may stand in the header.
    private static readonly SearchValues<char> OfAToken = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=");

    private readonly HttpMessageInvoker _http = http;
    private readonly ClientSettings _settings = settings;
    private readonly TokenCache _cache = new(settings.Time);

    /// <summary>A token, and the key to forget it by; the key is null where the caller's own function gave it.</summary>
    /// <exception cref="TokenFaultException">None was had.</exception>
    public async ValueTask<(AccessToken Token, TokenKey? Key)> GetAsync(AccessContext? context, CancellationToken cancellationToken)
    {
        if (_settings.AccessToken is { } own) return (await OwnAsync(own, context, cancellationToken).ConfigureAwait(false), null);
        X509Certificate2? certificate = _settings.ClientCertificate?.Invoke();
        string thumbprint = certificate is null ? "" : CertificateBinding.Thumbprint(certificate);
        SubjectToken? subject = _settings.OnBehalfOf is { } officer && context?.Actor.Person is not null
            ? await officer(context, cancellationToken).ConfigureAwait(false) ?? throw new TokenFaultException(PartnerFailure.Unauthenticated)
            : null;
        TokenKey key = new(_settings.Issuer, _settings.ClientId, _settings.Audience, _settings.Scopes, Digest(subject), subject is null ? "" : context!.Actor.Person!, thumbprint);
        return (_cache.Find(key) ?? await AskOnceAsync(key, subject, thumbprint, cancellationToken).ConfigureAwait(false), key);
    }

    private ValueTask<AccessToken> AskOnceAsync(TokenKey key, SubjectToken? subject, string thumbprint, CancellationToken cancellationToken) =>
        _cache.GetAsync(key, ending => RequestAsync(subject, thumbprint, ending), cancellationToken);

    public void Forget(TokenKey key, AccessToken token) => _cache.Forget(key, token);

    private static async ValueTask<AccessToken> OwnAsync(Func<AccessContext?, CancellationToken, ValueTask<string>> own, AccessContext? context, CancellationToken cancellationToken)
    {
        string token = await own(context, cancellationToken).ConfigureAwait(false);
        return IsToken(token) ? new(token, DateTimeOffset.MaxValue) : throw new TokenFaultException(PartnerFailure.Unauthenticated);
    }

    // The officer's token itself is not kept.
    private static string Digest(SubjectToken? subject) =>
        subject is null ? "" : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(subject.Type + "\n" + subject.Value)));

    private static bool IsToken(string? token) =>
        !string.IsNullOrEmpty(token) && !token.AsSpan().ContainsAnyExcept(OfAToken);

    private async Task<AccessToken> RequestAsync(SubjectToken? subject, string thumbprint, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timeout = new(_settings.AttemptTimeout, _settings.Time);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            TokenResponse answer = await AskAsync(subject, TimeSpan.Zero, both.Token).ConfigureAwait(false);
            // Refused for its time or its key: the server's clock, or the key that is there by now, once.
            if (answer.IsError && (answer.HttpStatusCode == HttpStatusCode.Unauthorized || answer.Error == OidcConstants.TokenErrors.InvalidClient))
                answer = await AskAsync(subject, Skew(answer), both.Token).ConfigureAwait(false);
            return Read(answer, thumbprint);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            throw new TokenFaultException(PartnerFailure.TimedOut, mayPass: true);
        }
    }

    private async Task<TokenResponse> AskAsync(SubjectToken? subject, TimeSpan skew, CancellationToken cancellationToken)
    {
        using ProtocolRequest request = subject is null ? Credentials() : Exchange(subject);
        request.Address = _settings.TokenEndpoint!.AbsoluteUri;
        request.ClientId = _settings.ClientId;
        request.ClientCredentialStyle = ClientCredentialStyle.PostBody;
        if (_settings.Key is { } key)
        {
            request.ClientAssertion = new()
            {
                Type = OidcConstants.ClientAssertionTypes.JwtBearer,
                Value = AssertionWriter.Write(key(), _settings.ClientId, _settings.Issuer, _settings.Time.GetUtcNow() + skew),
            };
        }

        return request is ClientCredentialsTokenRequest credentials
            ? await _http.RequestClientCredentialsTokenAsync(credentials, cancellationToken).ConfigureAwait(false)
            : await _http.RequestTokenExchangeTokenAsync((TokenExchangeTokenRequest)request, cancellationToken).ConfigureAwait(false);
    }

    private ClientCredentialsTokenRequest Credentials()
    {
        ClientCredentialsTokenRequest request = new() { Scope = NullIfEmpty(_settings.Scopes) };
        if (_settings.Audience.Length > 0) request.Parameters.Add("audience", _settings.Audience);
        return request;
    }

    private TokenExchangeTokenRequest Exchange(SubjectToken subject) => new()
    {
        SubjectToken = subject.Value,
        SubjectTokenType = subject.Type,
        Audience = NullIfEmpty(_settings.Audience),
        Scope = NullIfEmpty(_settings.Scopes),
    };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private TimeSpan Skew(TokenResponse answer)
    {
        if (answer.HttpResponse?.Headers.Date is not { } date) return TimeSpan.Zero;
        TimeSpan skew = date - _settings.Time.GetUtcNow();
        return skew.Duration() >= LeastSkew && skew.Duration() <= MostSkew ? skew : TimeSpan.Zero;
    }

    private AccessToken Read(TokenResponse answer, string thumbprint)
    {
        if (answer.IsError) throw Fault(answer);
        if (!IsToken(answer.AccessToken) || !string.Equals(answer.TokenType, "Bearer", StringComparison.OrdinalIgnoreCase))
            throw new TokenFaultException(PartnerFailure.Untrusted);
        RequireBound(answer.AccessToken!, thumbprint);
        TimeSpan lifetime = answer.ExpiresIn > 0 ? TimeSpan.FromSeconds(answer.ExpiresIn) : DefaultLifetime;
        // Not used for its last half minute, or its last tenth where it is short: on the way it must not expire.
        TimeSpan reserve = lifetime / 10 < Reserve ? lifetime / 10 : Reserve;
        return new(answer.AccessToken!, _settings.Time.GetUtcNow() + lifetime - reserve);
    }

    // An opaque token cannot be looked into; the server that took the certificate has bound it.
    private void RequireBound(string token, string thumbprint)
    {
        if (_settings.MayUseBearer) return;
        if (thumbprint.Length == 0) throw new TokenFaultException(PartnerFailure.Untrusted);
        if (CertificateBinding.Of(token) is { } bound && !string.Equals(bound, thumbprint, StringComparison.Ordinal)) throw new TokenFaultException(PartnerFailure.Untrusted);
    }

    private TokenFaultException Fault(TokenResponse answer)
    {
        HttpResponseMessage? response = answer.HttpResponse;
        if (answer.ErrorType == ResponseErrorType.Exception)
        {
            return answer.Exception is HttpRequestException or IOException
                ? new(PartnerFailure.Unreachable, mayPass: true)
                : answer.Exception is OperationCanceledException ? new(PartnerFailure.TimedOut, mayPass: true) : new(PartnerFailure.UnreadableAnswer);
        }
        if (response is null) return new(PartnerFailure.Unauthenticated);
        return (int)response.StatusCode switch
        {
            429 => new(PartnerFailure.Limited, mayPass: true, Waiting.RetryAfter(response, _settings.Time)),
            >= 500 => new(PartnerFailure.Unavailable, mayPass: true, Waiting.RetryAfter(response, _settings.Time)),
            >= 300 and < 400 => new(PartnerFailure.Untrusted),
            (int)HttpStatusCode.OK => new(PartnerFailure.UnreadableAnswer),
            _ => new(PartnerFailure.Unauthenticated),
        };
    }
}
