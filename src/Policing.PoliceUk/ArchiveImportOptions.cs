using Policing.DataModel.Codes;
using Policing.PoliceUk.Archive;

namespace Policing.PoliceUk;

/// <summary>What an import of the archive may be told. Immutable.</summary>
/// <exception cref="ArgumentException">A member is not what its description allows.</exception>
public sealed record ArchiveImportOptions
{
    /// <summary>What an input may cost to read. The defaults if not set.</summary>
    public ArchiveLimits Limits { get; init; } = ArchiveLimits.Default;

    /// <summary>The code lists and the register of agencies. Those of this release if not set.</summary>
    public IReferenceData ReferenceData { get; init; } = DataModel.Codes.ReferenceData.BuiltIn;

    /// <summary>How far the written records are checked. All the way if not set.</summary>
    public ArchiveImportCheck Check { get; init; } = ArchiveImportCheck.RecordsAndLinks;

    /// <summary>What the header of each output says: actual, exercise or test. Actual if not set; for synthetic data, test.</summary>
    public OperationalStatus OperationalStatus { get; init; } = OperationalStatus.Actual;

    /// <summary>
    /// The marking of the rejects files. <c>OFFICIAL</c> if not set: what the publisher gives out is not marked, but a file that somebody has
    /// changed may hold anything.
    /// </summary>
    public string RejectsMarking
    {
        get;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            field = value;
        }
    } = "OFFICIAL";

    /// <summary>How many places the report gives for each rule and input, at least 0; the rest is counted. 5 if not set.</summary>
    public int MaxPlaces
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 5;

    /// <summary>The clock, for durations and for what lies in the future. The system's if not set.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
