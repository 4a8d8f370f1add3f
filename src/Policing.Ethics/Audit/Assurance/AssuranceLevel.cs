using System.Globalization;
using System.Runtime.InteropServices;

namespace Policing.Ethics.Audit;

/// <summary>
/// How much a log's word is worth: <c>unwitnessed</c>, <c>pinned</c> or <c>witnessed k of n</c>. It stands beside every statement on a log, so that nobody takes one for
/// more than it is.
/// </summary>
/// <remarks>Immutable. <c>default</c> is unwitnessed.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly struct AssuranceLevel : IEquatable<AssuranceLevel>
{
    private AssuranceLevel(AssuranceKind kind, int signed, int witnesses)
    {
        Kind = kind;
        Signed = signed;
        Witnesses = witnesses;
    }

    /// <summary>Nobody else saw the log: it finds outsiders and accidents.</summary>
    public static AssuranceLevel Unwitnessed => default;

    /// <summary>The log still holds what a checkpoint that is kept elsewhere says.</summary>
    public static AssuranceLevel Pinned { get; } = new(AssuranceKind.Pinned, 0, 0);

    /// <summary>Which of the three.</summary>
    public AssuranceKind Kind { get; }

    /// <summary>How many witnesses signed; 0 unless witnessed.</summary>
    public int Signed { get; }

    /// <summary>How many witnesses there are in the policy; 0 unless witnessed.</summary>
    public int Witnesses { get; }

    /// <summary>What the level finds, in words for a log or a page.</summary>
    public string Meaning => Kind switch
    {
        AssuranceKind.Pinned => "finds outsiders, accidents, and an operator who rewrites what came before the pin",
        AssuranceKind.Witnessed => "speaks against the operator too, as far as the witnesses are believed",
        _ => "finds outsiders and accidents; says nothing against the operator",
    };

    /// <summary>Witnesses saw the log and signed.</summary>
    /// <param name="signed">How many signed, at least 1.</param>
    /// <param name="witnesses">How many there are in the policy.</param>
    /// <exception cref="ArgumentOutOfRangeException">The first is not from 1 to the second.</exception>
    public static AssuranceLevel Witnessed(int signed, int witnesses)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(signed, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(signed, witnesses);
        return new(AssuranceKind.Witnessed, signed, witnesses);
    }

    /// <summary>Whether two levels are the same.</summary>
    public static bool operator ==(AssuranceLevel left, AssuranceLevel right) => left.Equals(right);

    /// <summary>Whether two levels differ.</summary>
    public static bool operator !=(AssuranceLevel left, AssuranceLevel right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(AssuranceLevel other) => Kind == other.Kind && Signed == other.Signed && Witnesses == other.Witnesses;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AssuranceLevel other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Signed, Witnesses);

    /// <summary>The level as it is shown: <c>unwitnessed</c>, <c>pinned</c> or <c>witnessed 2 of 3</c>.</summary>
    public override string ToString() => Kind switch
    {
        AssuranceKind.Pinned => "pinned",
        AssuranceKind.Witnessed => string.Create(CultureInfo.InvariantCulture, $"witnessed {Signed} of {Witnesses}"),
        _ => "unwitnessed",
    };
}
