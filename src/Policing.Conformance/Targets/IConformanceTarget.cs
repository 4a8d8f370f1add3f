namespace Policing.Conformance.Targets;

/// <summary>
/// A program under test. Write one over your reader and writer to test them in process, or let <see cref="AdapterTarget"/> speak to a program in any
/// language. It is asked one thing at a time.
/// </summary>
public interface IConformanceTarget
{
    /// <summary>What the program says of itself and what it claims.</summary>
    ValueTask<TargetDescription> DescribeAsync(CancellationToken cancellationToken = default);

    /// <summary>Asks one thing. An exception counts as a failed case; its text goes nowhere.</summary>
    ValueTask<TargetAnswer> AskAsync(TargetQuestion question, CancellationToken cancellationToken = default);
}
