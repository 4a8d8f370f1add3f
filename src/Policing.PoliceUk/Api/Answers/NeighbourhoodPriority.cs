using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>What a neighbourhood team has set itself.</summary>
/// <remarks>Route <c>{force}/{id}/priorities</c>. Source: data.police.uk/docs/method/neighbourhood-priorities. Texts hold HTML: escape them before they are shown.</remarks>
public sealed record NeighbourhoodPriority : AnswerPart
{
    /// <summary>What is the matter.</summary>
    public string? Issue { get; init; }

    /// <summary>When it was agreed.</summary>
    public PartialDateTime IssueDate { get; init; }

    /// <summary>What was done; null until something was.</summary>
    public string? Action { get; init; }

    /// <summary>When it was done.</summary>
    public PartialDateTime ActionDate { get; init; }
}
