namespace Policing.PoliceUk.Api;

/// <summary>An officer whom a force or a neighbourhood team names in public. It is about a person, though published: keep no more of it than you need.</summary>
/// <remarks>Routes <c>forces/{id}/people</c> and <c>{force}/{id}/people</c>. Source: data.police.uk/docs/method/senior-officers and neighbourhood-team.</remarks>
public sealed record OfficerProfile : AnswerPart
{
    /// <summary>The name, as published.</summary>
    public string? Name { get; init; }

    /// <summary>The rank, as published.</summary>
    public string? Rank { get; init; }

    /// <summary>What is said of the officer; may hold mark-up.</summary>
    public string? Biography { get; init; }

    /// <summary>How to reach the officer.</summary>
    public PublishedContact? Contact { get; init; }
}
