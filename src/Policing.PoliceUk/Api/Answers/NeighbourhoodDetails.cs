using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>What the service says of a neighbourhood and its team.</summary>
/// <remarks>Route <c>{force}/{id}</c>. Source: data.police.uk/docs/method/neighbourhood. Texts may hold HTML: escape them before they are shown.</remarks>
public sealed record NeighbourhoodDetails : AnswerPart
{
    /// <summary>The id, which is unique within its force only.</summary>
    public string? Id { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The address of its page at the force.</summary>
    public string? Url { get; init; }

    /// <summary>The middle of the area.</summary>
    public BoundaryPoint? Centre { get; init; }

    /// <summary>How many people live there; the service writes 0 where it does not know.</summary>
    public long? Population { get; init; }

    /// <summary>What the force says of it; may hold mark-up.</summary>
    public string? Description { get; init; }

    /// <summary>How to reach the team.</summary>
    public PublishedContact? Contact { get; init; }

    /// <summary>Pages about it.</summary>
    public ValueList<PublishedLink> Links { get; init; }

    /// <summary>Stations and other places of the team.</summary>
    public ValueList<TeamPlace> Locations { get; init; }
}
