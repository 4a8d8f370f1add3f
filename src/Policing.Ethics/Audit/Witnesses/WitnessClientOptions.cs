namespace Policing.Ethics.Audit;

/// <summary>The limits of asking witnesses.</summary>
/// <remarks>Immutable.</remarks>
public sealed record WitnessClientOptions
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(5);

    /// <summary>How long one witness may take in all; 10 seconds unless told, at most 5 minutes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often one witness is asked where it says that it knows the log at another size; 3 unless told, from 2 to 10.</summary>
    public int Attempts { get; init; } = 3;

    internal string? Fault()
    {
        if (Timeout <= TimeSpan.Zero || Timeout > s_longest) return "Timeout must be more than nothing and at most 5 minutes.";
        return Attempts is < 2 or > 10 ? "Attempts must be from 2 to 10." : null;
    }
}
