namespace Policing.Conformance.Evidence;

/// <summary>What is signed with a run. Immutable.</summary>
public sealed record EvidenceTerms
{
    /// <summary>The longest that evidence counts: 366 days.</summary>
    public static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(366);

    /// <summary>What the supplier says of the product.</summary>
    public required ProductDeclaration Product { get; init; }

    /// <summary>What was judged; empty where a program or a server was.</summary>
    public IReadOnlyList<InputDigest> Inputs { get; init; } = [];

    /// <summary>The files with codes of the product's own.</summary>
    public IReadOnlyList<InputDigest> Codes { get; init; } = [];

    /// <summary>The highest marking that documents were let have, as <c>official</c> or <c>none</c>.</summary>
    public string Ceiling { get; init; } = "official";

    /// <summary>How long it counts, at least a day. 90 days if not set.</summary>
    public TimeSpan Lifetime
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromDays(1));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LongestLifetime);
            field = value;
        }
    } = TimeSpan.FromDays(90);
}
