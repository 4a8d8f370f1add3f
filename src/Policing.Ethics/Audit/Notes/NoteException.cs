namespace Policing.Ethics.Audit;

/// <summary>Bytes are not what was to be read. The message names the fault and nothing of the bytes.</summary>
public sealed class NoteException : Exception
{
    /// <summary>With a fault.</summary>
    /// <param name="fault">Why.</param>
    public NoteException(NoteFault fault)
        : base($"This is not a signed note, checkpoint or key: {fault}.") => Fault = fault;

    /// <summary>Why.</summary>
    public NoteFault Fault { get; }
}
