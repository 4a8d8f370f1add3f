namespace Policing.PoliceUk.Api;

/// <summary>An outcome by its code and its name.</summary>
/// <remarks>Part of an outcome. Source: data.police.uk/docs/method/outcomes-at-location.</remarks>
public sealed record OutcomeName : AnswerPart
{
    /// <summary>The code, such as <c>no-further-action</c>.</summary>
    public string? Code { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }
}
