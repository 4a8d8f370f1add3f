namespace Policing.Samples.Partner.Identity;

/// <summary>How the issuer runs.</summary>
/// <param name="IsMutualTls">Whether connections are TLS with the client's certificate, and tokens are bound to it.</param>
internal sealed record IssuerSettings(bool IsMutualTls);
