namespace Policing.Ethics;

/// <summary>Tell somebody, through the host's <see cref="INotifier"/>.</summary>
public sealed record Notify() : Obligation(Name)
{
    internal const string Name = "notify";

    /// <summary>Who is told: a role of the agency, such as <c>duty-supervisor</c>.</summary>
    public required string Role { get; init; }

    /// <summary>Within what time; the notifier is cut off then, which is a failure. At most an hour.</summary>
    public required TimeSpan Within { get; init; }

    /// <summary>Who is told, and how soon.</summary>
    public override string ToString() => $"{Kind} {Role} within {Within.TotalSeconds:0} s";
}
