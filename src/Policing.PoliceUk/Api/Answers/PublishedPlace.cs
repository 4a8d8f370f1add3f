namespace Policing.PoliceUk.Api;

/// <summary>A map point near the place of an event. It was chosen by the publisher and is shared by all events around it: never the place itself.</summary>
/// <remarks>Source: data.police.uk/about, on anonymisation.</remarks>
public sealed record PublishedPlace : AnswerPart
{
    /// <summary>Degrees north, digit for digit.</summary>
    public decimal? Latitude { get; init; }

    /// <summary>Degrees east, digit for digit.</summary>
    public decimal? Longitude { get; init; }

    /// <summary>The street or other feature that the point stands for.</summary>
    public PublishedStreet? Street { get; init; }
}
