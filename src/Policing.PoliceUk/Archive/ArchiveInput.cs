using Policing.DataModel.Import;
using Policing.DataModel.Validation;

namespace Policing.PoliceUk.Archive;

/// <summary>One file of the archive to be read: a .csv, a .csv.gz or an entry of a .zip; or something given that cannot be read. Found by
/// <see cref="ArchiveInputs.Find"/>.</summary>
/// <remarks>It is named by its <see cref="Ordinal"/>; where it lies is known to the caller by <see cref="PathIndex"/> alone.</remarks>
public sealed class ArchiveInput
{
    private readonly Func<Stream> _open;

    internal ArchiveInput(int ordinal, int pathIndex, ArchiveFileName name, ArchiveLimits limits, Func<Stream> open)
    {
        Ordinal = ordinal;
        PathIndex = pathIndex;
        Name = name;
        Limits = limits;
        _open = open;
    }

    /// <summary>The place among all inputs: 1 is the first.</summary>
    public int Ordinal { get; }

    /// <summary>The place, from 0, of the given path that led to this input.</summary>
    public int PathIndex { get; }

    /// <summary>What the file's name says.</summary>
    public ArchiveFileName Name { get; }

    internal ArchiveLimits Limits { get; }

    /// <summary>Opens the table, decompressed and within the limits.</summary>
    /// <exception cref="UnreadableInputException">It cannot be read.</exception>
    internal Stream Open()
    {
        FindingRule? rule;
        try
        {
            return _open();
        }
        catch (Exception e) when (InputFaultException.TryGetRule(e, out rule))
        {
        }

        throw new UnreadableInputException(rule, Ordinal, line: 0);
    }
}
