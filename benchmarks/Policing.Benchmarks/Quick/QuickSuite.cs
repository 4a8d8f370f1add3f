namespace Policing.Benchmarks.Quick;

/// <summary>The figures that belong together.</summary>
/// <param name="Prepare">Makes what the measuring needs and keeps it for the next run; outside the suite's minute.</param>
/// <param name="Measure">Measures, within a minute.</param>
internal sealed record QuickSuite(Action Prepare, Action<FigureSheet> Measure);
