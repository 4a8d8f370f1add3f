namespace Policing.PoliceUk.Api;

/// <summary>The street, car park, station or other feature that a map point stands for.</summary>
/// <remarks>Part of a place. Source: data.police.uk/docs/method/crime-street.</remarks>
public sealed record PublishedStreet : AnswerPart
{
    /// <summary>The id of the map point, with which the routes at a location are asked.</summary>
    public long? Id { get; init; }

    /// <summary>The name, such as <c>On or near Shopping Area</c>.</summary>
    public string? Name { get; init; }
}
