using Policing.DataModel.Codes;
using Policing.DataModel.Json;

namespace Policing.DataModel.Validation;

/// <summary>
/// The rules over a whole set of records that comes line by line: no id twice, no record marked above the set, every link's ends in the
/// set or declared external, and its role one that joins them. It keeps ids and types, 17 bytes a record and the table around them, and of
/// the links those whose ends have not been met yet. Not thread-safe; one check serves one set.
/// </summary>
public sealed class RecordSetCheck
{
    private readonly RecordSet _set = new();
    private readonly List<(Guid Id, long Line, bool IsTo)> _awaited = [];
    private readonly List<LinkJudgement> _unjudged = [];
    private readonly IReferenceData _codes;
    private Marking? _marking;

    /// <summary>A check of a set that is to come.</summary>
    /// <param name="codes">The lists that say what a role may join; those of this release where none are given.</param>
    public RecordSetCheck(IReferenceData? codes = null) => _codes = codes ?? ReferenceData.BuiltIn;

    /// <summary>
    /// Says that a record lies outside the set, besides those that its header declares: in another file of the same delivery, for example.
    /// </summary>
    public void AddExternal(RecordId external) => _set.Add(external, type: null);

    /// <summary>Takes in one line, and gives it back with what the set's rules found in it so far.</summary>
    public RecordLine Add(RecordLine line)
    {
        switch (line.Record)
        {
            case null:
                return line;
            case Bundle header when line.Number == 1:
                _marking = header.Marking;
                foreach (LinkEnd end in header.External) _set.Add(end.Id, end.Kind);
                return line;
            case Bundle:
                return With(line, FindingRules.NestedBundle, "");
            case { } record:
                return Check(line, record);
        }
    }

    private RecordLine Check(RecordLine line, PoliceRecord record)
    {
        if (!_set.Add(record.Id, record.Type)) line = With(line, FindingRules.DuplicateId, "/id");
        if (MarkingOrder.IsAbove(record.Marking, _marking)) line = With(line, FindingRules.BundleMarking, "/marking");
        return record is Link link ? Check(line, link) : line;
    }

    private RecordLine Check(RecordLine line, Link link)
    {
        Await(link.From, line.Number, isTo: false);
        Await(link.To, line.Number, isTo: true);
        LinkJudgement judgement = new(link, _codes, line.Number);
        if (!judgement.IsNeeded) return line;
        if (judgement.IsComplete(_set)) return judgement.Fits(_set) ? line : With(line, FindingRules.LinkKinds, "/role");
        _unjudged.Add(judgement);
        return line;
    }

    private void Await(LinkEnd? end, long line, bool isTo)
    {
        if (!_set.Holds(end)) _awaited.Add((end!.Id.Uuid, line, isTo));
    }

    /// <summary>
    /// What can be said only at the end, in the order of the lines: the link ends that are nowhere in the set, and the roles that do not fit
    /// ends that came after their link.
    /// </summary>
    public ValidationReport Complete()
    {
        List<Finding> findings = [];
        foreach ((Guid id, long line, bool isTo) in _awaited)
            if (!_set.Contains(id)) findings.Add(new Finding { Rule = FindingRules.EndNotFound, Pointer = isTo ? "/to" : "/from", Line = line, Column = 1 });
        foreach (LinkJudgement judgement in _unjudged)
            if (!judgement.Fits(_set)) findings.Add(new Finding { Rule = FindingRules.LinkKinds, Pointer = "/role", Line = judgement.Line, Column = 1 });
        return new ValidationReport { Findings = ValueList.From(findings.OrderBy(finding => finding.Line)) };
    }

    private static RecordLine With(RecordLine line, FindingRule rule, string pointer) =>
        line with { Result = line.Result.With(new Finding { Rule = rule, Pointer = pointer, Line = line.Number, Column = 1 }) };
}
