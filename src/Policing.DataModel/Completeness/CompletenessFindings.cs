using System.Globalization;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Completeness;

/// <summary>Makes findings of gaps, each once for a record: in lines of a file, or in a bundle.</summary>
internal sealed class CompletenessFindings(bool isBundle) : GapSink
{
    private readonly HashSet<FindingRule> _ofRecord = [];
    private long _place = -1;

    /// <summary>What is missing.</summary>
    public List<Finding> Found { get; } = [];

    public override void Enter(long place, int group, CompletenessProfile profile)
    {
        if (place != _place) _ofRecord.Clear();
        _place = place;
    }

    public override void Take(CompletenessGap gap, GapState state)
    {
        if (state != GapState.Missing || !_ofRecord.Add(gap.Rule)) return;
        string pointer = isBundle ? string.Create(CultureInfo.InvariantCulture, $"/records/{_place}") : "";
        if (gap.Member is not null) pointer += "/" + gap.Member;
        Found.Add(new() { Rule = gap.Rule, Pointer = pointer, Line = isBundle ? 0 : _place, Column = isBundle ? 0 : 1 });
    }
}
