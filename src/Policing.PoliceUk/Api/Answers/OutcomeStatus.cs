using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>The latest outcome of a crime.</summary>
/// <remarks>Part of a crime. Source: data.police.uk/docs/method/crime-street.</remarks>
public sealed record OutcomeStatus : AnswerPart
{
    /// <summary>The name of the outcome, not its code.</summary>
    public string? Category { get; init; }

    /// <summary>The month of the outcome.</summary>
    public PartialDateTime Date { get; init; }
}
