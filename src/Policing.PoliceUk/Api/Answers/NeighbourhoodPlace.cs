namespace Policing.PoliceUk.Api;

/// <summary>The neighbourhood team that a point belongs to.</summary>
/// <remarks>Route <c>locate-neighbourhood</c>. Source: data.police.uk/docs/method/neighbourhood-locate.</remarks>
public sealed record NeighbourhoodPlace : AnswerPart
{
    /// <summary>The id of the force.</summary>
    public string? Force { get; init; }

    /// <summary>The id of the neighbourhood, which is unique within its force only.</summary>
    public string? Neighbourhood { get; init; }
}
