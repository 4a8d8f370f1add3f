using Microsoft.Extensions.Options;

namespace Policing.Client;

/// <summary>What must be so before a partner is called. Each fault says what to do.</summary>
internal sealed class OptionsCheck : IValidateOptions<PolicingClientOptions>
{
    private static readonly TimeSpan MostOfABudget = TimeSpan.FromMinutes(10);

    public ValidateOptionsResult Validate(string? name, PolicingClientOptions options)
    {
        string[] faults = [.. Faults(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <exception cref="OptionsValidationException">There are faults.</exception>
    public static void Require(PolicingClientOptions options)
    {
        string[] faults = [.. Faults(options)];
        if (faults.Length > 0) throw new OptionsValidationException(nameof(PolicingClientOptions), typeof(PolicingClientOptions), faults);
    }

    private static IEnumerable<string> Faults(PolicingClientOptions options) =>
        [.. Addresses(options), .. Tokens(options), .. Bounds(options)];

    private static IEnumerable<string> Addresses(PolicingClientOptions options)
    {
        if (options.BaseAddress is null) yield return "BaseAddress is missing: set the partner's address, such as https://partner.example/.";
        else if (!IsSafe(options.BaseAddress)) yield return "BaseAddress must be an absolute address of https, or of http on loopback, without user, query and fragment.";
        if (options.Tokens.Endpoint is { } endpoint && !IsSafe(endpoint)) yield return "Tokens.Endpoint must be an absolute address of https, or of http on loopback, without user, query and fragment.";
    }

    private static IEnumerable<string> Tokens(PolicingClientOptions options)
    {
        PartnerTokenOptions tokens = options.Tokens;
        if (options.AccessToken is null)
        {
            if (tokens.Endpoint is null) yield return "There is no way to get access tokens: set Tokens.Endpoint, or AccessToken.";
            if (string.IsNullOrWhiteSpace(tokens.ClientId)) yield return "Tokens.ClientId is missing: set the id that this client is registered under.";
            if (tokens.Key is null && options.ClientCertificate is null) yield return "The client cannot prove itself: set Tokens.Key for private_key_jwt, or ClientCertificate for mutual TLS.";
            if (tokens.Key is not null && string.IsNullOrWhiteSpace(tokens.Issuer)) yield return "Tokens.Issuer is missing: client assertions are for the issuer, exactly as the identity server writes it.";
            if (tokens.Scopes.Any(static scope => scope is null || scope.Length == 0 || scope.AsSpan().ContainsAnyExceptInRange('!', '~'))) yield return "Tokens.Scopes has a scope that is empty or has a space in it: add each by itself.";
        }
        else if (tokens.Endpoint is not null)
        {
            yield return "AccessToken and Tokens.Endpoint are both set: take one.";
        }
        if (options.ClientCertificate is null && !options.AllowBearerTokens && options.BaseAddress is { IsAbsoluteUri: true, IsLoopback: false })
            yield return "Access tokens must be bound to a certificate: set ClientCertificate, or AllowBearerTokens if the partner gives only tokens that are not.";
    }

    private static IEnumerable<string> Bounds(PolicingClientOptions options)
    {
        if (options.Budget <= TimeSpan.Zero || options.Budget > MostOfABudget) yield return "Budget must be more than nothing and at most 10 minutes.";
        if (options.AttemptTimeout <= TimeSpan.Zero || options.AttemptTimeout > MostOfABudget) yield return "AttemptTimeout must be more than nothing and at most 10 minutes.";
        if (options.MaxAttempts is < 1 or > 10) yield return "MaxAttempts must be 1 to 10.";
        if (options.MaxConcurrency is < 1 or > 1000) yield return "MaxConcurrency must be 1 to 1,000.";
        if (options.MaxAnswerBytes is < (1 << 10) or > (256 << 20)) yield return "MaxAnswerBytes must be 1 KiB to 256 MiB.";
        if (options.StreamSilence <= TimeSpan.Zero || options.StreamSilence > MostOfABudget) yield return "StreamSilence must be more than nothing and at most 10 minutes.";
        if (!Enum.IsDefined(options.Outgoing) || !Enum.IsDefined(options.Incoming)) yield return "Outgoing and Incoming must be Off, Report or Refuse.";
        if (options.ReferenceData is null) yield return "ReferenceData is missing: leave it as it is, or set code lists.";
    }

    private static bool IsSafe(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)
        && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0;
}
