namespace Policing.Client;

/// <summary>A token that says who the officer is, to be exchanged for one that the partner takes. Never shown or logged.</summary>
/// <remarks>Source of the types: RFC 8693 3.</remarks>
public sealed class SubjectToken
{
    /// <summary>A token.</summary>
    /// <param name="value">The token.</param>
    /// <param name="type">Its type; an access token unless told.</param>
    /// <exception cref="ArgumentException">Either is empty.</exception>
    public SubjectToken(string value, string type = "urn:ietf:params:oauth:token-type:access_token")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        ArgumentException.ThrowIfNullOrWhiteSpace(type);
        Value = value;
        Type = type;
    }

    internal string Value { get; }

    internal string Type { get; }

    /// <summary>The name of the type; never the token.</summary>
    public override string ToString() => nameof(SubjectToken);
}
