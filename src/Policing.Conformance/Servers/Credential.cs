namespace Policing.Conformance.Servers;

/// <summary>Whose token a request has.</summary>
internal enum Credential
{
    /// <summary>The run's.</summary>
    Own,

    /// <summary>No token.</summary>
    None,

    /// <summary>A token that nobody issued.</summary>
    Invented,

    /// <summary>That of a caller without scopes.</summary>
    WithoutScopes,

    /// <summary>That of another agency.</summary>
    OfAnother,
}
