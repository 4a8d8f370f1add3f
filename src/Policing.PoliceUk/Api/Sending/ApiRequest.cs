namespace Policing.PoliceUk.Api;

/// <summary>One question as it is sent.</summary>
/// <param name="Path">Path and query, relative to the base address; escaped.</param>
/// <param name="Subject">What it is about, by which a status is understood.</param>
internal sealed record ApiRequest(string Path, RequestSubject Subject)
{
    /// <summary>The form of a POST; null for a GET.</summary>
    public string? Form { get; init; }

    /// <summary>The month that is asked about; absent where none is.</summary>
    public DataMonth Month { get; init; }
}
