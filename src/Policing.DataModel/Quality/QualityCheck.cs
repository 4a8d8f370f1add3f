using Policing.DataModel.Codes;
using Policing.DataModel.Completeness;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Quality;

/// <summary>
/// Measures the quality of a record set that comes record by record. It keeps some 150 bytes of each record and link, and no value of any. Parts of a set may be
/// measured apart, on other threads, and merged: the summary is that of the whole. Not thread-safe; one check a thread.
/// </summary>
public sealed class QualityCheck
{
    private const string Unreadable = "unreadable";
    private const string UnknownType = "unknown";
    private const string NoController = "none";
    private const string Unlisted = "unlisted";

    private readonly QualityOptions _options;
    private readonly PolicingValidator _validator;
    private readonly RecordGraph _graph;
    private readonly List<FigureCounts> _counts = [];
    private readonly List<QualityKey> _keys = [];
    private readonly Dictionary<QualityKey, int> _groups = [];
    private readonly Dictionary<string, string> _agencies = new(StringComparer.Ordinal);
    private readonly List<(Guid Id, Guid Identity, int Group)> _things = [];
    private readonly List<(Guid Id, int Group)> _ends = [];
    private readonly HashSet<Guid> _external = [];
    private long _records;

    /// <summary>A check of a set that is to come.</summary>
    /// <param name="options">What it goes by; the defaults when null.</param>
    public QualityCheck(QualityOptions? options = null)
    {
        _options = options ?? new();
        _validator = _options.Validator ?? new();
        _graph = new(_options.Profiles);
    }

    /// <summary>Takes in one line that a validator has read, with what it found, and gives it back. The header of a file only declares what lies outside.</summary>
    public RecordLine Add(RecordLine line)
    {
        if (line.Record is Bundle header) AddExternal(header);
        else if (line.Record is { } record) Add(record, line.Result.Report);
        else Count(new(Unreadable, NoController), line.Result.Report, isConforming: false);
        return line;
    }

    /// <summary>Takes in a record, with what a validator found in it; validates it where no report is given. A bundle is taken in record by record.</summary>
    public void Add(PoliceRecord record, ValidationReport? report = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record is Bundle bundle)
        {
            AddExternal(bundle);
            foreach (PoliceRecord held in bundle.Records) Add(held);
            return;
        }

        report ??= _validator.Validate(record);
        int group = Count(KeyOf(record), report, report.IsValid);
        FigureCounts counts = _counts[group];
        if (RecordLag.Of(record) is { } days) counts.CountLag(days);
        if (_options.Reference is { } reference && !record.Id.IsAbsent && reference(record.Id) is { } truth) counts.Accuracy += MemberComparison.Of(record, truth);
        _graph.Add(record, _records++, group);
        _things.Add((record.Id.Uuid, RecordIdentity.Of(record), group));
        if (record is not Link link) return;
        AddEnd(link.From, group);
        AddEnd(link.To, group);
    }

    /// <summary>
    /// Adds what another check took in, as if this one had: after that the summary is that of both together. The other is left as it is.
    /// </summary>
    /// <exception cref="ArgumentException">The other goes by other profiles.</exception>
    public void Merge(QualityCheck other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other == this || !ReferenceEquals(other._options.Profiles, _options.Profiles))
            throw new ArgumentException("Only another check by the same profiles can be merged.", nameof(other));
        int[] groups = [.. other._keys.Select(GroupOf)];
        for (int i = 0; i < groups.Length; i++) _counts[groups[i]].Add(other._counts[i]);
        _graph.Merge(other._graph, _records, group => groups[group]);
        _records += other._records;
        foreach ((Guid id, Guid identity, int group) in other._things) _things.Add((id, identity, groups[group]));
        foreach ((Guid id, int group) in other._ends) _ends.Add((id, groups[group]));
        _external.UnionWith(other._external);
    }

    /// <summary>The figures of what has been taken in so far. More may be added after it.</summary>
    public QualitySummary Summarise()
    {
        FigureCounts[] whole = [.. _counts.Select(Copy)];
        CountGaps(whole);
        CountDuplicates(whole);
        CountEnds(whole);
        SortedDictionary<QualityKey, QualityFigures> figures = [];
        for (int i = 0; i < whole.Length; i++) figures.Add(_keys[i], whole[i].ToFigures());
        return new(figures);
    }

    private static FigureCounts Copy(FigureCounts counts)
    {
        FigureCounts copy = new();
        copy.Add(counts);
        return copy;
    }

    private void AddExternal(Bundle bundle)
    {
        foreach (LinkEnd end in bundle.External) _external.Add(end.Id.Uuid);
    }

    // An end that is a reference to another system is external by its nature.
    private void AddEnd(LinkEnd? end, int group)
    {
        if (end?.Reference is null) _ends.Add((end?.Id.Uuid ?? Guid.Empty, group));
    }

    private int Count(QualityKey key, ValidationReport report, bool isConforming)
    {
        int group = GroupOf(key);
        FigureCounts counts = _counts[group];
        counts.Records++;
        if (isConforming) counts.Conforming++;
        foreach (Finding finding in report.Findings)
            if (finding.Severity != Severity.Information && !finding.Id.StartsWith("PSDK-CMP-", StringComparison.Ordinal)) FigureCounts.Count(counts.Findings, finding.Id);
        return group;
    }

    private int GroupOf(QualityKey key)
    {
        if (_groups.TryGetValue(key, out int group)) return group;
        _groups.Add(key, _counts.Count);
        _keys.Add(key);
        _counts.Add(new());
        return _counts.Count - 1;
    }

    // Neither a type nor an agency that no list knows is named: either may be anything that the source wrote.
    private QualityKey KeyOf(PoliceRecord record)
    {
        string type = record is UnknownRecord ? UnknownType : record.Type;
        if (record.Controllers.IsEmpty) return new(type, NoController);
        Agency agency = record.Controllers[0];
        if (agency.Id is not { } id || agency.Scheme?.OwnCode != AgencyScheme.Police.Code) return new(type, Unlisted);
        if (!_agencies.TryGetValue(id, out string? name))
        {
            name = PoliceAgency.Of(id).IsBuiltIn ? "police:" + id : Unlisted;
            if (name != Unlisted) _agencies.Add(id, name);
        }

        return new(type, name);
    }

    private void CountGaps(FigureCounts[] whole) => _graph.Judge(new GapCounts(whole));

    private void CountDuplicates(FigureCounts[] whole)
    {
        HashSet<Guid> ids = [], identities = [];
        foreach ((Guid id, Guid identity, int group) in Ordered())
        {
            if (id == Guid.Empty && identity == Guid.Empty) continue;
            whole[group].Identified++;
            bool isNew = id == Guid.Empty || ids.Add(id);
            if (!isNew) whole[group].SameId++;
            else if (identity != Guid.Empty && !identities.Add(identity)) whole[group].LikelySame++;
        }
    }

    // Which of several is the first does not depend on how the set was cut into parts.
    private (Guid Id, Guid Identity, int Group)[] Ordered()
    {
        int[] ranks = new int[_keys.Count];
        int rank = 0;
        foreach (int group in Enumerable.Range(0, ranks.Length).OrderBy(group => _keys[group])) ranks[group] = rank++;
        (Guid Id, Guid Identity, int Group)[] things = [.. _things];
        Array.Sort(things, (left, right) =>
        {
            int order = ranks[left.Group].CompareTo(ranks[right.Group]);
            if (order == 0) order = left.Id.CompareTo(right.Id);
            return order != 0 ? order : left.Identity.CompareTo(right.Identity);
        });
        return things;
    }

    private void CountEnds(FigureCounts[] whole)
    {
        HashSet<Guid> known = [.. _things.Select(thing => thing.Id), .. _external];
        known.Remove(Guid.Empty);
        foreach ((Guid id, int group) in _ends) whole[group].Integrity += new Share(known.Contains(id) ? 1 : 0, 1);
    }

    /// <summary>Counts gaps by record type and controller.</summary>
    private sealed class GapCounts(FigureCounts[] whole) : GapSink
    {
        private FigureCounts _counts = whole.Length == 0 ? new() : whole[0];

        public override void Enter(long place, int group, CompletenessProfile profile) => _counts = whole[group];

        public override void Take(CompletenessGap gap, GapState state)
        {
            _counts.Asked++;
            if (state == GapState.Missing) FigureCounts.Count(_counts.Gaps, gap.Rule.Id);
            else _counts.Answered++;
            if (state == GapState.Explained) _counts.Explained++;
        }
    }
}
