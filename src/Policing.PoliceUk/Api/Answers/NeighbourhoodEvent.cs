using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>A meeting or another event of a neighbourhood team.</summary>
/// <remarks>Route <c>{force}/{id}/events</c>. Source: data.police.uk/docs/method/neighbourhood-events. Texts may hold HTML: escape them before they are shown.</remarks>
public sealed record NeighbourhoodEvent : AnswerPart
{
    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>The kind, such as <c>meeting</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>When it begins.</summary>
    public PartialDateTime StartsAt { get; init; }

    /// <summary>When it ends.</summary>
    public PartialDateTime EndsAt { get; init; }

    /// <summary>What it is about.</summary>
    public string? Description { get; init; }

    /// <summary>Where, as written.</summary>
    public string? Address { get; init; }

    /// <summary>Whom to ask.</summary>
    public PublishedContact? Contact { get; init; }
}
