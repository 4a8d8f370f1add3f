namespace Policing.PoliceUk.Api;

/// <summary>A station or another place of a neighbourhood team. Unlike the places of events it is a real address.</summary>
/// <remarks>Part of route <c>{force}/{id}</c>. Source: data.police.uk/docs/method/neighbourhood.</remarks>
public sealed record TeamPlace : AnswerPart
{
    /// <summary>The kind, such as <c>station</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>What is said of it.</summary>
    public string? Description { get; init; }

    /// <summary>The address, as written.</summary>
    public string? Address { get; init; }

    /// <summary>The postcode, as written.</summary>
    public string? Postcode { get; init; }

    /// <summary>Degrees north.</summary>
    public decimal? Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public decimal? Longitude { get; init; }
}
