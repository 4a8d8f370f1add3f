namespace Policing.Client;

/// <summary>Whose token it is, and for what: all that tells one token from another.</summary>
/// <param name="Issuer">The identity server.</param>
/// <param name="ClientId">This client.</param>
/// <param name="Audience">What it is for.</param>
/// <param name="Scopes">The scopes, in order.</param>
/// <param name="Subject">The digest of the officer's token; empty for the client itself.</param>
/// <param name="Actor">The officer, as the context names him; empty for the client itself.</param>
/// <param name="Thumbprint">The certificate that it is bound to; empty for none.</param>
internal readonly record struct TokenKey(string Issuer, string ClientId, string Audience, string Scopes, string Subject, string Actor, string Thumbprint)
{
    // Of one client all else is the same.
    public override int GetHashCode() => HashCode.Combine(Subject, Actor, Thumbprint);

    // The generated text would show who it is.
    public override string ToString() => nameof(TokenKey);
}
