namespace Policing.PoliceUk.Api;

/// <summary>A way to follow a force.</summary>
/// <remarks>Part of route <c>forces/{id}</c>. Source: data.police.uk/docs/method/force.</remarks>
public sealed record EngagementMethod : AnswerPart
{
    /// <summary>The kind, such as <c>facebook</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>What it is for; may hold mark-up.</summary>
    public string? Description { get; init; }

    /// <summary>The address.</summary>
    public string? Url { get; init; }
}
