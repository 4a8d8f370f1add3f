using Policing.DataModel.Json;

namespace Policing.DataModel.Validation;

/// <summary>
/// The rules over a whole set of records that comes line by line: no id twice, no record marked above the set, and every link's ends in the
/// set or declared external. It keeps the ids, 16 bytes a record and the table around them, and the link ends that have not been met yet.
/// Not thread-safe; one check serves one set.
/// </summary>
public sealed class RecordSetCheck
{
    private readonly RecordSet _set = new();
    private readonly List<(Guid Id, long Line, bool IsTo)> _awaited = [];
    private Marking? _marking;

    /// <summary>
    /// Says that a record lies outside the set, besides those that its header declares: in another file of the same delivery, for example.
    /// </summary>
    public void AddExternal(RecordId external) => _set.Add(external);

    /// <summary>Takes in one line, and gives it back with what the set's rules found in it so far.</summary>
    public RecordLine Add(RecordLine line)
    {
        switch (line.Record)
        {
            case null:
                return line;
            case Bundle header when line.Number == 1:
                _marking = header.Marking;
                foreach (LinkEnd end in header.External) _set.Add(end.Id);
                return line;
            case Bundle:
                return With(line, FindingRules.NestedBundle, "");
            case { } record:
                return Check(line, record);
        }
    }

    private RecordLine Check(RecordLine line, PoliceRecord record)
    {
        if (!_set.Add(record.Id)) line = With(line, FindingRules.DuplicateId, "/id");
        if (MarkingOrder.IsAbove(record.Marking, _marking)) line = With(line, FindingRules.BundleMarking, "/marking");
        if (record is Link link)
        {
            Await(link.From, line.Number, isTo: false);
            Await(link.To, line.Number, isTo: true);
        }

        return line;
    }

    private void Await(LinkEnd? end, long line, bool isTo)
    {
        if (!_set.Holds(end)) _awaited.Add((end!.Id.Uuid, line, isTo));
    }

    /// <summary>What can be said only at the end: the link ends that are nowhere in the set, in the order of their lines.</summary>
    public ValidationReport Complete()
    {
        List<Finding> findings = [];
        foreach ((Guid id, long line, bool isTo) in _awaited)
            if (!_set.Contains(id)) findings.Add(new Finding { Rule = FindingRules.EndNotFound, Pointer = isTo ? "/to" : "/from", Line = line, Column = 1 });
        return new ValidationReport { Findings = ValueList.From(findings) };
    }

    private static RecordLine With(RecordLine line, FindingRule rule, string pointer) =>
        line with { Result = line.Result.With(new Finding { Rule = rule, Pointer = pointer, Line = line.Number, Column = 1 }) };
}
