namespace Policing.Ethics;

/// <summary>Have another person look at the use afterwards, through the host's <see cref="IReviewQueue"/>.</summary>
public sealed record SecondPersonAfterwards() : Obligation(Name)
{
    internal const string Name = "second-person-afterwards";

    /// <summary>Who looks: a role of the agency.</summary>
    public required string Role { get; init; }

    /// <summary>Within what time. At most 31 days.</summary>
    public required TimeSpan Within { get; init; }

    /// <summary>Who looks, and how soon.</summary>
    public override string ToString() => $"{Kind} {Role} within {Within.TotalSeconds:0} s";
}
