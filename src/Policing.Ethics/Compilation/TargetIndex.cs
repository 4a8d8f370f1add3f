using System.Collections.Frozen;

namespace Policing.Ethics.Compilation;

/// <summary>
/// Finds the rules whose targets fit a request: for each part of a target a set of rules per value, and what fits is what is in all of them.
/// Where nothing of a part is known, restricting rules fit and permits that ask for it do not.
/// </summary>
internal sealed class TargetIndex
{
    private const int SubjectSets = 32;
    private const int ClassSets = 512;

    private readonly ulong[][] _operations;
    private readonly TextIndex _recordTypes;
    private readonly TextIndex _purposes;
    private readonly FrozenDictionary<AgencyName, ulong[]> _recipients;
    private readonly ulong[] _anyRecipient;
    private readonly ulong[][]? _subjects;
    private readonly ulong[][]? _classes;
    private readonly ulong[][]? _markings;

    public TargetIndex(PolicyRule[] rules)
    {
        _operations = [.. Enum.GetValues<AccessOperation>().Select(operation => RuleBits.Of(rules, rule => TargetFit.Operation(rule, operation)))];
        _recordTypes = new TextIndex(rules, rule => rule.Target.RecordTypes);
        _purposes = new TextIndex(rules, rule => rule.Target.Purposes);
        _recipients = rules.SelectMany(rule => rule.Target.Recipients).Select(AgencyName.Parse).Distinct()
            .ToFrozenDictionary(name => name, name => RuleBits.Of(rules, rule => TargetFit.Recipient(rule, name)));
        _anyRecipient = RuleBits.Of(rules, rule => rule.Target.Recipients.IsEmpty);
        if (rules.Any(rule => rule.Target.Subjects is not SubjectCategories.Unknown))
            _subjects = Sets(SubjectSets, set => RuleBits.Of(rules, rule => TargetFit.Subjects(rule, (SubjectCategories)set)));
        if (rules.Any(rule => rule.Target.Classes is not RecordClasses.Unstated))
            _classes = Sets(ClassSets, set => RuleBits.Of(rules, rule => TargetFit.Classes(rule, (RecordClasses)set)));
        if (rules.Any(rule => !rule.Target.Markings.IsEmpty))
            _markings = Sets(MarkingLevels.Count, level => RuleBits.Of(rules, rule => TargetFit.Marking(rule, (MarkingLevel)level)));
    }

    public void Find(in AccessRequest request, Span<ulong> bits)
    {
        _operations[OperationPlace(request.Operation)].CopyTo(bits);
        RuleBits.And(bits, _recordTypes.For(request.RecordType));
        RuleBits.And(bits, _purposes.For(request.Context!.Purpose.OwnCode));
        if (_recipients.Count > 0) RuleBits.And(bits, ForRecipient(request));
        if (_subjects is not null) RuleBits.And(bits, _subjects[(int)request.Subjects & (SubjectSets - 1)]);
        if (_classes is not null) RuleBits.And(bits, _classes[(int)RequestValues.Classes(request) & (ClassSets - 1)]);
        if (_markings is not null) RuleBits.And(bits, _markings[(int)MarkingLevels.Of(request.Marking)]);
    }

    private ulong[] ForRecipient(in AccessRequest request) =>
        request.Recipient is { } recipient && _recipients.TryGetValue(AgencyName.Of(recipient), out ulong[]? bits) ? bits : _anyRecipient;

    private int OperationPlace(AccessOperation operation) => (uint)operation < (uint)_operations.Length ? (int)operation : 0;

    private static ulong[][] Sets(int count, Func<int, ulong[]> make) => [.. Enumerable.Range(0, count).Select(make)];
}
