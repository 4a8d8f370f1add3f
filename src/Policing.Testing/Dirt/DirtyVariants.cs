using System.Collections.Immutable;

namespace Policing.Testing;

/// <summary>
/// Every fault that can be had on request, by the rule that finds it: each rule of the validator, and each gap of the POLE profiles. Make one with
/// <see cref="SyntheticCases.Dirty"/>.
/// </summary>
/// <remarks>
/// Two rules have no variant, because no document breaks them: PSDK-JSON-0009, which is about what a caller asked for, and PSDK-SCH-0006, before which the limits
/// of reading are met. A document may break other rules besides: one fault often brings another.
/// </remarks>
public static class DirtyVariants
{
    private static readonly Lazy<ImmutableArray<DirtyVariant>> Made = new(static () => [.. RuleVariants.All(), .. GapVariants.All()]);

    /// <summary>All of them: rules first, then gaps in the order of the profiles.</summary>
    public static IReadOnlyList<DirtyVariant> All => Made.Value;

    /// <summary>The day as of which they are made: validate them with a clock that shows it, since some rules are about what lies ahead.</summary>
    public static DateOnly Today { get; } = new(2026, 3, 4);

    /// <summary>The variant that a rule finds.</summary>
    /// <param name="ruleId">Such as <c>PSDK-RUL-0006</c> or <c>PSDK-CMP-P002-031</c>.</param>
    /// <exception cref="ArgumentException">There is none of this name; <see cref="All"/> has the names.</exception>
    public static DirtyVariant Of(string ruleId) =>
        All.FirstOrDefault(variant => variant.Name == ruleId) ?? throw new ArgumentException("There is no variant of this name.", nameof(ruleId));
}
