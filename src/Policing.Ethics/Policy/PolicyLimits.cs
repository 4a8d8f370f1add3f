namespace Policing.Ethics;

/// <summary>How much a policy set or test file may be. What is over a limit is refused.</summary>
/// <remarks>Immutable.</remarks>
public sealed record PolicyLimits
{
    /// <summary>The most rules that the limits can allow.</summary>
    public const int MostRules = 10_000;

    /// <summary>The limits of a reader that was given none.</summary>
    public static PolicyLimits Default { get; } = new();

    /// <summary>The bytes of a file: 8 MiB unless told.</summary>
    public int MaxBytes { get; init => field = AtLeastOne(value); } = 8 << 20;

    /// <summary>The rules of a set, and of sets that are combined: <see cref="MostRules"/> unless told, and at most.</summary>
    public int MaxRules { get; init => field = Math.Min(AtLeastOne(value), MostRules); } = MostRules;

    /// <summary>The conditions of a rule, exceptions included: 32 unless told.</summary>
    public int MaxConditions { get; init => field = AtLeastOne(value); } = 32;

    /// <summary>The values of a condition or of a part of a target: 256 unless told.</summary>
    public int MaxValues { get; init => field = AtLeastOne(value); } = 256;

    private static int AtLeastOne(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        return value;
    }
}
