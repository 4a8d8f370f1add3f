using System.Globalization;

namespace Policing.Benchmarks.Quick;

/// <summary>One measured value and the bound that it must not pass.</summary>
/// <param name="Name">Dotted, the suite first.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Bound">The most that it may be.</param>
/// <param name="Unit">Written after both; empty for a ratio.</param>
/// <param name="Note">What it was measured against, in the same run.</param>
internal sealed record Figure(string Name, double Value, double Bound, string Unit, string Note)
{
    public bool IsMet => Value <= Bound;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name} {Value:0.00#}{Unit} {Bound:0.00#}{Unit} {(IsMet ? "met" : "short")}  ({Note})");
}
