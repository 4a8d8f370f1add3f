using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>A stop and search, as the service publishes it.</summary>
/// <remarks>Routes <c>stops-street</c>, <c>stops-at-location</c>, <c>stops-no-location</c> and <c>stops-force</c>. It has no id. Source: data.police.uk/docs/method/stops-street.</remarks>
public sealed record StreetStop : AnswerPart
{
    /// <summary>What was searched: <c>Person search</c>, <c>Vehicle search</c> or <c>Person and Vehicle search</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Whether a person was searched.</summary>
    public bool? InvolvedPerson { get; init; }

    /// <summary>When; some forces give the date alone.</summary>
    public PartialDateTime At { get; init; }

    /// <summary>Whether it was part of an operation.</summary>
    public bool? Operation { get; init; }

    /// <summary>The name of the operation.</summary>
    public string? OperationName { get; init; }

    /// <summary>The anonymised place; null where it was published without one.</summary>
    public PublishedPlace? Location { get; init; }

    /// <summary>The gender as recorded.</summary>
    public string? Gender { get; init; }

    /// <summary>The age range, such as <c>18-24</c>.</summary>
    public string? AgeRange { get; init; }

    /// <summary>The ethnicity that the person gave.</summary>
    public string? SelfDefinedEthnicity { get; init; }

    /// <summary>The ethnicity that the officer saw.</summary>
    public string? OfficerDefinedEthnicity { get; init; }

    /// <summary>The power that was used.</summary>
    public string? Legislation { get; init; }

    /// <summary>What was looked for.</summary>
    public string? ObjectOfSearch { get; init; }

    /// <summary>The outcome by its name. Older rows have the text <c>false</c> here, for the JSON value.</summary>
    public string? Outcome { get; init; }

    /// <summary>The outcome by an id and its name.</summary>
    public StopOutcomeName? OutcomeObject { get; init; }

    /// <summary>Whether the outcome had to do with what was looked for.</summary>
    public bool? OutcomeLinkedToObject { get; init; }

    /// <summary>Whether more than outer clothing was removed.</summary>
    public bool? MoreThanOuterClothing { get; init; }
}
