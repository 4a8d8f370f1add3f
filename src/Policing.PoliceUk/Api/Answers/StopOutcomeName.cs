namespace Policing.PoliceUk.Api;

/// <summary>The outcome of a stop by its id and its name.</summary>
/// <remarks>Part of a stop. Source: data.police.uk/docs/method/stops-street.</remarks>
public sealed record StopOutcomeName : AnswerPart
{
    /// <summary>The id, such as <c>bu-arrest</c>; empty in some rows.</summary>
    public string? Id { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }
}
