namespace Policing.PoliceUk.Api;

/// <summary>A page about a neighbourhood.</summary>
/// <remarks>Part of route <c>{force}/{id}</c>. Source: data.police.uk/docs/method/neighbourhood.</remarks>
public sealed record PublishedLink : AnswerPart
{
    /// <summary>The title.</summary>
    public string? Title { get; init; }

    /// <summary>What it is about.</summary>
    public string? Description { get; init; }

    /// <summary>The address.</summary>
    public string? Url { get; init; }
}
