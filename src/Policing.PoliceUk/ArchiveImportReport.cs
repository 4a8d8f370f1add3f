namespace Policing.PoliceUk;

/// <summary>What an import of the archive did; the same stands in <c>report.json</c>. It names no path and no value. Immutable.</summary>
public sealed class ArchiveImportReport
{
    /// <summary>The name of the report's file in the output folder.</summary>
    public const string FileName = "report.json";

    internal ArchiveImportReport(IReadOnlyList<ArchiveInputReport> inputs, int ignored, int repeated, TimeSpan duration)
    {
        Inputs = inputs;
        Ignored = ignored;
        Repeated = repeated;
        Duration = duration;
        foreach (var input in inputs)
        {
            Written += input.Written;
            Rejected += input.Rejected;
            Records += input.Records;
            Unreadable += input.Error is null ? 0 : 1;
        }
    }

    /// <summary>What became of each input, in the order of the ordinals.</summary>
    public IReadOnlyList<ArchiveInputReport> Inputs { get; }

    /// <summary>Rows read, of all inputs: always <see cref="Written"/> plus <see cref="Rejected"/>.</summary>
    public long Read => Written + Rejected;

    /// <summary>Rows whose records were written.</summary>
    public long Written { get; }

    /// <summary>Rows that were rejected.</summary>
    public long Rejected { get; }

    /// <summary>Records written.</summary>
    public long Records { get; }

    /// <summary>Inputs that could not be read; nothing was written of them.</summary>
    public int Unreadable { get; }

    /// <summary>How many files in folders and zip archives are no tables, and were passed over.</summary>
    public int Ignored { get; }

    /// <summary>How many files were given more than once, and were read once.</summary>
    public int Repeated { get; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; }
}
