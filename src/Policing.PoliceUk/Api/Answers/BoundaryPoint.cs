namespace Policing.PoliceUk.Api;

/// <summary>A point of a boundary, or the middle of an area.</summary>
/// <remarks>Route <c>{force}/{id}/boundary</c>; make an area of all of them with <see cref="SearchArea.Within"/>. Source: data.police.uk/docs/method/neighbourhood-boundary.</remarks>
public sealed record BoundaryPoint : AnswerPart
{
    /// <summary>Degrees north.</summary>
    public decimal? Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public decimal? Longitude { get; init; }
}
