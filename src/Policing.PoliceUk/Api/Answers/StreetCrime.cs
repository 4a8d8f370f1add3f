using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>A crime or an incident of anti-social behaviour, as the service publishes it.</summary>
/// <remarks>Routes <c>crimes-street</c>, <c>crimes-at-location</c> and <c>crimes-no-location</c>, and within outcomes. Source: data.police.uk/docs/method/crime-street.</remarks>
public sealed record StreetCrime : AnswerPart
{
    /// <summary>The code of its category, such as <c>burglary</c> or <c>anti-social-behaviour</c>.</summary>
    public string? Category { get; init; }

    /// <summary>Who chose the place: <c>Force</c>, or <c>BTP</c> for British Transport Police.</summary>
    public string? LocationType { get; init; }

    /// <summary>The anonymised place; null where it was published without one.</summary>
    public PublishedPlace? Location { get; init; }

    /// <summary>What the force adds; mostly empty.</summary>
    public string? Context { get; init; }

    /// <summary>The latest outcome; null for anti-social behaviour, within outcomes, and where there is none yet.</summary>
    public OutcomeStatus? OutcomeStatus { get; init; }

    /// <summary>The id that endures, 64 hexadecimal digits, in the archive the Crime ID; empty for anti-social behaviour.</summary>
    public string? PersistentId { get; init; }

    /// <summary>A number of this publication: it changes when the data is published again, and is no number of the police.</summary>
    public long? Id { get; init; }

    /// <summary>For British Transport Police the kind of place, such as <c>STATION</c>; otherwise mostly empty.</summary>
    public string? LocationSubtype { get; init; }

    /// <summary>The month under which it is filed.</summary>
    public PartialDateTime Month { get; init; }
}
