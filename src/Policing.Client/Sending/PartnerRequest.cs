namespace Policing.Client;

/// <summary>A request before it is sent.</summary>
internal readonly record struct PartnerRequest(PartnerOperation Operation, HttpMethod Method, string Address)
{
    /// <summary>The body, JSON in UTF-8; null for none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The record that it is about; all zeros for none or many.</summary>
    public Guid Record { get; init; }

    /// <summary>Its type; null for none or many.</summary>
    public string? RecordType { get; init; }

    /// <summary>One more header; null for none.</summary>
    public string? HeaderName { get; init; }

    public string? HeaderValue { get; init; }

    /// <summary>And another.</summary>
    public string? SecondName { get; init; }

    public string? SecondValue { get; init; }

    public string Accept { get; init; } = "application/json, application/problem+json";

    /// <summary>What an answer that counts is.</summary>
    public string MediaType { get; init; } = "application/json";

    public PartnerRequest With(string name, string value) =>
        HeaderName is null ? this with { HeaderName = name, HeaderValue = value } : this with { SecondName = name, SecondValue = value };
}
