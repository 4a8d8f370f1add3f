using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Completeness;

/// <summary>
/// Judges the records of a set by profiles, whose answers depend on links that may come later in the set. It keeps some 90 bytes of each record and link, and
/// no value. Not thread-safe; one check serves one set.
/// </summary>
/// <remarks>In a bundle the validator does the same, where <see cref="ValidationOptions.Profiles"/> is given.</remarks>
public sealed class CompletenessCheck
{
    private readonly RecordGraph _graph;

    /// <summary>A check of a set that is to come.</summary>
    /// <param name="profiles">The profiles; those of the POLE dictionary when null.</param>
    public CompletenessCheck(CompletenessProfiles? profiles = null) => _graph = new(profiles ?? CompletenessProfiles.Pole);

    /// <summary>Takes in one line, and gives it back. A line that could not be read is passed over.</summary>
    public RecordLine Add(RecordLine line)
    {
        if (line.Record is { } record) _graph.Add(record, line.Number);
        return line;
    }

    /// <summary>Takes in one record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="number">Its place, which findings have as their line.</param>
    public void Add(PoliceRecord record, long number)
    {
        ArgumentNullException.ThrowIfNull(record);
        _graph.Add(record, number);
    }

    /// <summary>What is missing, in the order of the lines. More may be added, and the whole asked for again.</summary>
    public ValidationReport Complete()
    {
        CompletenessFindings findings = new(isBundle: false);
        _graph.Judge(findings);
        return findings.Found.Count == 0 ? ValidationReport.Empty : new() { Findings = ValueList.From(findings.Found) };
    }
}
