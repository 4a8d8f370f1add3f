using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>What the service says of a force.</summary>
/// <remarks>Route <c>forces/{id}</c>. Source: data.police.uk/docs/method/force. Texts may hold HTML or Textile: escape them before they are shown.</remarks>
public sealed record ForceDetails : AnswerPart
{
    /// <summary>The id, such as <c>avon-and-somerset</c>.</summary>
    public string? Id { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>What it says of itself; may hold mark-up.</summary>
    public string? Description { get; init; }

    /// <summary>The address of its pages.</summary>
    public string? Url { get; init; }

    /// <summary>Its telephone number, as written.</summary>
    public string? Telephone { get; init; }

    /// <summary>Ways to follow it.</summary>
    public ValueList<EngagementMethod> EngagementMethods { get; init; }
}
