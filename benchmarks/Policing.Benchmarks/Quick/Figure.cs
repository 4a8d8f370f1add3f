using System.Globalization;

namespace Policing.Benchmarks.Quick;

/// <summary>One measured value and its bound: the most that it may be, unless told otherwise.</summary>
/// <param name="Name">Dotted, the suite first.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Bound">The most that it may be, or the least.</param>
/// <param name="Unit">Written after both; empty for a ratio.</param>
/// <param name="Note">What it was measured against, in the same run.</param>
internal sealed record Figure(string Name, double Value, double Bound, string Unit, string Note)
{
    /// <summary>Whether the bound is the least that the value may be.</summary>
    public bool IsLeast { get; private init; }

    public bool IsMet => IsLeast ? Value >= Bound : Value <= Bound;

    public static Figure AtLeast(string name, double value, double bound, string unit, string note) => new(name, value, bound, unit, note) { IsLeast = true };

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name} {Value:0.00#}{Unit} {Bound:0.00#}{Unit} {(IsMet ? "met" : "short")}  ({Note})");
}
