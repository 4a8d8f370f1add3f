namespace Policing.PoliceUk.Api;

/// <summary>A category of crime, and what the service calls it.</summary>
/// <remarks>Route <c>crime-categories</c>. Source: data.police.uk/docs/method/crime-categories.</remarks>
public sealed record CategoryName : AnswerPart
{
    /// <summary>The code, such as <c>burglary</c>. Among them is <c>all-crime</c>, which is a question and no category.</summary>
    public string? Code { get; init; }

    /// <summary>The name, such as <c>Burglary</c>.</summary>
    public string? Name { get; init; }
}
