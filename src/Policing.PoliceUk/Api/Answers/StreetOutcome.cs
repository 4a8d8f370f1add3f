using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>An outcome and the crime that it is of.</summary>
/// <remarks>Route <c>outcomes-at-location</c>. Source: data.police.uk/docs/method/outcomes-at-location.</remarks>
public sealed record StreetOutcome : AnswerPart
{
    /// <summary>What was decided.</summary>
    public OutcomeName? Category { get; init; }

    /// <summary>The month of the outcome.</summary>
    public PartialDateTime Date { get; init; }

    /// <summary>A number by which outcomes of one offender are told to belong together; mostly null.</summary>
    public long? PersonId { get; init; }

    /// <summary>The crime, without its outcome status.</summary>
    public StreetCrime? Crime { get; init; }
}
