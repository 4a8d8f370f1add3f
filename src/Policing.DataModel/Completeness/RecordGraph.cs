using System.Runtime.InteropServices;
using Policing.DataModel.Codes;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Completeness;

/// <summary>
/// The records of a set as numbers: what holds of each, and the links between them. Some 90 bytes a record and link; it keeps no value of any record.
/// </summary>
internal sealed class RecordGraph(CompletenessProfiles profiles)
{
    private readonly List<Node> _nodes = [];
    private readonly List<Edge> _edges = [];
    private readonly Dictionary<Guid, int> _places = [];

    public CompletenessProfiles Profiles { get; } = profiles;

    public int Count => _nodes.Count;

    /// <summary>Takes in a record, or a link.</summary>
    /// <param name="record">The record; bundles and what the model does not define have no profile.</param>
    /// <param name="place">Its place in a bundle, or its line.</param>
    /// <param name="group">A number that the caller finds it by again.</param>
    public void Add(PoliceRecord record, long place, int group = 0)
    {
        switch (record)
        {
            case Bundle or UnknownRecord:
                break;
            case Link link:
                AddEdge(link);
                break;
            default:
                AddNode(record, place, group);
                break;
        }
    }

    private void AddNode(PoliceRecord record, long place, int group)
    {
        RecordFacts? facts = Profiles.FactsOf(record.Type);
        Node node = new()
        {
            Id = record.Id.Uuid,
            Type = RoleKinds.NumberOf(record.Type),
            Facts = facts?.Of(record) ?? 0,
            Explained = facts?.Explained(record) ?? 0,
            Place = place,
            Group = group,
            Day = DayOf(RecordDates.Of(record)),
            Born = record is Person person ? DayOf(person.DatesOfBirth.First?.Date.Latest) : 0,
            IsJudged = record.View is null && IsCurrent(record.Status),
        };
        Add(node);
    }

    // Of several of one id, links lead to the one that has least, whichever came first: so the parts of a set, in any order, make the same whole.
    private void Add(in Node node)
    {
        if (node.Id != Guid.Empty && (!_places.TryGetValue(node.Id, out int place) || node.HasLessThan(_nodes[place]))) _places[node.Id] = _nodes.Count;
        _nodes.Add(node);
    }

    private void AddEdge(Link link)
    {
        if (link.Role?.OwnCode is not { } role || !IsCurrent(link.Status)) return;
        Guid from = link.From?.Id.Uuid ?? Guid.Empty, to = link.To?.Id.Uuid ?? Guid.Empty;
        if (from == Guid.Empty && to == Guid.Empty) return;
        _edges.Add(new()
        {
            Role = role,
            From = from,
            To = to,
            FromType = RoleKinds.NumberOf(link.From?.Kind),
            ToType = RoleKinds.NumberOf(link.To?.Kind),
            Facts = Profiles.FactsOf("link")?.Of(link) ?? 0,
        });
    }

    // What was withdrawn, merged into another or disposed of is not looked at for gaps, nor does a role of it count.
    private static bool IsCurrent(RecordStatus? status) =>
        status?.State is not { } state || state.Means(RecordState.Active) || state.Means(RecordState.Restricted);

    private static int DayOf(DateOnly? day) => day?.DayNumber ?? 0;

    /// <summary>Adds what another graph of the same profiles holds, with its places moved on.</summary>
    public void Merge(RecordGraph other, long places, Func<int, int> groupOf)
    {
        foreach (Node node in other._nodes) Add(node with { Group = groupOf(node.Group), Place = node.Place + places });

        _edges.AddRange(other._edges);
    }

    /// <summary>Judges every record by every profile that it stands under; an answer that does not apply is left out.</summary>
    public void Judge(GapSink sink)
    {
        (int[] starts, int[] edges) = Adjacency();
        for (int i = 0; i < _nodes.Count; i++)
        {
            if (!_nodes[i].IsJudged) continue;
            ReadOnlySpan<int> own = edges.AsSpan(starts[i]..starts[i + 1]);
            foreach (CompletenessProfile profile in Profiles.Over(_nodes[i].Type)) Judge(i, profile, own, sink);
        }
    }

    private void Judge(int index, CompletenessProfile profile, ReadOnlySpan<int> edges, GapSink sink)
    {
        ref readonly Node node = ref CollectionsMarshal.AsSpan(_nodes)[index];
        Span<GapState> states = stackalloc GapState[profile.Gaps.Count];
        states.Clear();
        bool applies = false;
        if (profile.Roles.IsEmpty) applies = Judge(node, profile, -1, edges, states);
        else
        {
            foreach (int at in edges)
            {
                if (!HasRole(node, at, profile) || !Judge(node, profile, at, edges, states)) continue;
                applies = true;
                if (!profile.DependsOnLink) break;
            }
        }

        if (!applies) return;
        sink.Enter(node.Place, node.Group, profile);
        for (int i = 0; i < states.Length; i++)
            if (states[i] != GapState.NotAsked) sink.Take(profile.Gaps[i], states[i]);
    }

    private bool Judge(in Node node, CompletenessProfile profile, int edge, ReadOnlySpan<int> edges, Span<GapState> states)
    {
        if (!All(profile.When, node, edge, edges)) return false;
        for (int i = 0; i < states.Length; i++)
        {
            GapState state = StateOf(profile.Gaps[i], node, edge, edges);
            if (state > states[i]) states[i] = state;
        }

        return true;
    }

    private bool HasRole(in Node node, int edge, CompletenessProfile profile) =>
        _edges[edge].From == node.Id && profile.Roles.AsSpan().Contains(_edges[edge].Role);

    private GapState StateOf(CompletenessGap gap, in Node node, int edge, ReadOnlySpan<int> edges)
    {
        if (!All(gap.When, node, edge, edges)) return GapState.NotAsked;
        int held = 0, explained = 0;
        foreach (ProfileQuestion question in gap.Of)
        {
            if (Holds(question, node, edge, edges)) held++;
            else if (question is { Kind: QuestionKind.Member, Not: false } && (node.Explained & question.Bit) != 0) explained++;
        }

        return held >= gap.AtLeast ? GapState.Met : held + explained >= gap.AtLeast ? GapState.Explained : GapState.Missing;
    }

    private bool All(ProfileQuestion[] questions, in Node node, int edge, ReadOnlySpan<int> edges)
    {
        foreach (ProfileQuestion question in questions)
            if (!Holds(question, node, edge, edges)) return false;
        return true;
    }

    private bool Holds(ProfileQuestion question, in Node node, int edge, ReadOnlySpan<int> edges) => question.Not != question.Kind switch
    {
        QuestionKind.Member => (node.Facts & question.Bit) != 0,
        QuestionKind.LinkMember => edge >= 0 && (_edges[edge].Facts & question.Bit) != 0,
        QuestionKind.AgeBelow => IsYounger(node, edge, question.Age),
        _ => HasOther(question, node, edges),
    };

    // By the last day on which the birth can have been: who may be a child is one.
    private bool IsYounger(in Node node, int edge, int years)
    {
        if (node.Born == 0) return false;
        int day = edge >= 0 && _places.TryGetValue(_edges[edge].To, out int other) && _nodes[other].Day != 0 ? _nodes[other].Day : node.Day;
        return day != 0 && DateOnly.FromDayNumber(node.Born).AddYears(years).DayNumber > day;
    }

    private bool HasOther(ProfileQuestion question, in Node node, ReadOnlySpan<int> edges)
    {
        foreach (int at in edges)
        {
            ref readonly Edge edge = ref CollectionsMarshal.AsSpan(_edges)[at];
            if ((question.OtherIsFrom ? edge.To : edge.From) != node.Id || Array.IndexOf(question.Roles, edge.Role) < 0) continue;
            if (IsSuch(question, question.OtherIsFrom ? edge.From : edge.To, question.OtherIsFrom ? edge.FromType : edge.ToType)) return true;
        }

        return false;
    }

    // What lies outside the set cannot be looked at, and is not held against the record.
    private bool IsSuch(ProfileQuestion question, Guid id, byte stated)
    {
        if (id == Guid.Empty || !_places.TryGetValue(id, out int place)) return question.OtherType == 0 || stated == 0 || stated == question.OtherType;
        Node other = _nodes[place];
        return (question.OtherType == 0 || other.Type == question.OtherType) && (other.Facts & question.OtherBits) == question.OtherBits;
    }

    /// <summary>For each record the links at it, by counting: where its links start, and the links.</summary>
    private (int[] Starts, int[] Edges) Adjacency()
    {
        int[] starts = new int[_nodes.Count + 1];
        foreach (Edge edge in _edges)
        {
            if (_places.TryGetValue(edge.From, out int from)) starts[from + 1]++;
            if (edge.To != edge.From && _places.TryGetValue(edge.To, out int to)) starts[to + 1]++;
        }

        for (int i = 0; i < _nodes.Count; i++) starts[i + 1] += starts[i];
        int[] edges = new int[starts[^1]];
        int[] next = [.. starts];
        for (int i = 0; i < _edges.Count; i++)
        {
            if (_places.TryGetValue(_edges[i].From, out int from)) edges[next[from]++] = i;
            if (_edges[i].To != _edges[i].From && _places.TryGetValue(_edges[i].To, out int to)) edges[next[to]++] = i;
        }

        return (starts, edges);
    }

    private readonly record struct Node
    {
        public Guid Id { get; init; }

        public ulong Facts { get; init; }

        public ulong Explained { get; init; }

        public long Place { get; init; }

        public int Group { get; init; }

        public int Day { get; init; }

        public int Born { get; init; }

        public byte Type { get; init; }

        public bool IsJudged { get; init; }

        public bool HasLessThan(in Node other) =>
            (Facts, Explained, Type, Day, Born, IsJudged).CompareTo((other.Facts, other.Explained, other.Type, other.Day, other.Born, other.IsJudged)) < 0;
    }

    private readonly record struct Edge
    {
        public string Role { get; init; }

        public Guid From { get; init; }

        public Guid To { get; init; }

        public ulong Facts { get; init; }

        public byte FromType { get; init; }

        public byte ToType { get; init; }
    }
}
