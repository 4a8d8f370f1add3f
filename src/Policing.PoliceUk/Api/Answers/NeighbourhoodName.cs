namespace Policing.PoliceUk.Api;

/// <summary>A neighbourhood of a force, by its id.</summary>
/// <remarks>Route <c>{force}/neighbourhoods</c>. Source: data.police.uk/docs/method/neighbourhoods.</remarks>
public sealed record NeighbourhoodName : AnswerPart
{
    /// <summary>The id, which is unique within its force only; it may hold any character.</summary>
    public string? Id { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }
}
