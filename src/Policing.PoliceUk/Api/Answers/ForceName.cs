namespace Policing.PoliceUk.Api;

/// <summary>A force, by the id that the service gives it.</summary>
/// <remarks>Route <c>forces</c>. Source: data.police.uk/docs/method/forces.</remarks>
public sealed record ForceName : AnswerPart
{
    /// <summary>The id, such as <c>avon-and-somerset</c>; ask with <c>PoliceAgency.Of(id)</c>.</summary>
    public string? Id { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }
}
