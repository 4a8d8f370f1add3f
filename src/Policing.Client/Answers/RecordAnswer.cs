using Policing.DataModel;
using Policing.DataModel.Validation;

namespace Policing.Client;

/// <summary>A record as the partner lets this caller see it. Immutable.</summary>
/// <typeparam name="T">The type of the record.</typeparam>
public sealed record RecordAnswer<T>
    where T : PoliceRecord
{
    /// <summary>The record: the one that was asked for, or there is no answer.</summary>
    public required T Record { get; init; }

    /// <summary>The version, to write it back with; absent on a minimised copy, which cannot be written back.</summary>
    public RecordTag Tag { get; init; }

    /// <summary>Whether members were left out or redacted for this caller.</summary>
    public bool IsPartial => Record.View?.Partial == true || Tag.IsAbsent;

    /// <summary>What was found of it; contains no value.</summary>
    public ValidationReport Report { get; init; } = ValidationReport.Empty;

    /// <summary>The type and id of the record; never the content.</summary>
    public override string ToString() => Record.ToString();
}
