namespace Policing.Ethics.Minimisation;

/// <summary>Ends a minimisation; never leaves the package.</summary>
internal sealed class MinimiserStop(MinimisationFault fault, long offset) : Exception
{
    public MinimisationFault Fault { get; } = fault;

    public long Offset { get; } = offset;
}
