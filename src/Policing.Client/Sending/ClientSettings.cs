using System.Security.Cryptography.X509Certificates;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;
using Policing.Ethics;

namespace Policing.Client;

/// <summary>The options as they were when the client was made. Immutable.</summary>
internal sealed class ClientSettings
{
    public ClientSettings(PolicingClientOptions options, TimeProvider time)
    {
        Time = time;
        Base = Slashed(options.BaseAddress!);
        Prefix = Base + "v1/";
        Records = Prefix + "records/";
        Budget = options.Budget;
        AttemptTimeout = options.AttemptTimeout < Budget ? options.AttemptTimeout : Budget;
        MaxAttempts = options.MaxAttempts;
        MaxConcurrency = options.MaxConcurrency;
        MaxAnswerBytes = options.MaxAnswerBytes;
        StreamSilence = options.StreamSilence;
        Outgoing = options.Outgoing;
        Incoming = options.Incoming;
        AccessReference = options.AccessReference;
        AccessToken = options.AccessToken;
        ClientCertificate = options.ClientCertificate;
        ConfigureConnections = options.ConfigureConnections;
        IsLoopback = options.BaseAddress!.IsLoopback;
        MayUseBearer = options.AllowBearerTokens || IsLoopback;
        TokenEndpoint = options.Tokens.Endpoint;
        Issuer = options.Tokens.Issuer ?? options.Tokens.Endpoint?.AbsoluteUri ?? "";
        ClientId = options.Tokens.ClientId ?? "";
        Key = options.Tokens.Key;
        Audience = options.Tokens.Audience ?? "";
        Scopes = string.Join(' ', options.Tokens.Scopes.Order(StringComparer.Ordinal));
        OnBehalfOf = options.Tokens.OnBehalfOf;
        Read = new ReadOptions { Limits = JsonLimits.Default, Ceiling = options.Ceiling };
        Validator = new PolicingValidator(new ValidationOptions { ReferenceData = options.ReferenceData, Time = time, Ceiling = options.Ceiling });
    }

    public TimeProvider Time { get; }

    /// <summary>The base address, with a final slash.</summary>
    public string Base { get; }

    /// <summary>What every address of the partner begins with.</summary>
    public string Prefix { get; }

    /// <summary>What every address of records begins with.</summary>
    public string Records { get; }

    public TimeSpan Budget { get; }

    public TimeSpan AttemptTimeout { get; }

    public int MaxAttempts { get; }

    public int MaxConcurrency { get; }

    public int MaxAnswerBytes { get; }

    public TimeSpan StreamSilence { get; }

    public ValidationPolicy Outgoing { get; }

    public ValidationPolicy Incoming { get; }

    public Func<AccessContext, string?>? AccessReference { get; }

    public Func<AccessContext?, CancellationToken, ValueTask<string>>? AccessToken { get; }

    public Func<X509Certificate2?>? ClientCertificate { get; }

    public Action<SocketsHttpHandler>? ConfigureConnections { get; }

    public bool IsLoopback { get; }

    public bool MayUseBearer { get; }

    public Uri? TokenEndpoint { get; }

    public string Issuer { get; }

    public string ClientId { get; }

    public Func<ClientKey>? Key { get; }

    public string Audience { get; }

    public string Scopes { get; }

    public Func<AccessContext, CancellationToken, ValueTask<SubjectToken>>? OnBehalfOf { get; }

    public ReadOptions Read { get; }

    public PolicingValidator Validator { get; }

    private static string Slashed(Uri address) => address.AbsoluteUri is [.., '/'] text ? text : address.AbsoluteUri + "/";
}
