using System.Globalization;
using Policing.DataModel;

namespace Policing.Ethics.Audit;

/// <summary>A query in the words of the log: whom it asks about by pseudonyms, of each key that the log has had.</summary>
internal sealed class QueryTerms
{
    private readonly AuditQuery _query;
    private readonly string[] _actors;
    private readonly string[] _subjects;
    private readonly string[] _records;

    public QueryTerms(AuditQuery query, IReadOnlyList<AuditPseudonyms> keys)
    {
        _query = query;
        _actors = [.. Of(query.ActorPseudonym), .. query.Actor is { } actor ? keys.Select(key => key.OfActor(actor)) : []];
        _subjects = [.. Of(query.SubjectPseudonym), .. query.Subject.IsAbsent ? [] : keys.Select(key => key.OfSubject(query.Subject))];
        _records = [.. query.Record.IsAbsent ? [] : keys.Select(key => key.OfRecord(query.Record))];
        Narrowest = First([.. _subjects.Select(SearchIndex.Subject)], [.. _records.Select(SearchIndex.Record)], [.. _actors.Select(SearchIndex.Actor)]);
    }

    /// <summary>The terms that few entries have; empty where the query states none.</summary>
    public IReadOnlyList<string> Narrowest { get; }

    public bool NeedsIndex => _query.Entry.IsNone && (Narrowest.Count > 0 || _query.From is not null || _query.To is not null);

    /// <summary>What is asked, for the entry of the reading: pseudonyms and codes.</summary>
    public string Description
    {
        get
        {
            List<string> parts = [];
            if (!_query.Entry.IsNone) parts.Add($"entry {(Guid.TryParseExact(_query.Entry.Value, "D", out Guid id) ? id.ToString("D") : "malformed")}");
            if (_actors.Length > 0) parts.Add($"actor {string.Join(' ', _actors)}");
            if (_subjects.Length > 0) parts.Add($"subject {string.Join(' ', _subjects)}");
            if (_records.Length > 0) parts.Add($"record {string.Join(' ', _records)}");
            if (_query.Operation != AccessOperation.Unstated) parts.Add($"operation {PolicyNames.Operations.Of(_query.Operation)}");
            if (_query.From is { } from) parts.Add($"from {AuditContentWriter.Time(from)}");
            if (_query.To is { } to) parts.Add($"to {AuditContentWriter.Time(to)}");
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"most {_query.Most}"));
            return string.Join("; ", parts);
        }
    }

    public bool Match(AuditRecord record)
    {
        if (record.View is not { } core) return NothingIsAsked;
        return (_actors.Length == 0 || _actors.Contains(core.Actor, StringComparer.Ordinal) || _actors.Contains(core.Approver, StringComparer.Ordinal))
            && (_subjects.Length == 0 || core.Subjects.Any(subject => _subjects.Contains(subject, StringComparer.Ordinal)))
            && (_records.Length == 0 || core.Records.Any(digest => _records.Contains(digest, StringComparer.Ordinal)))
            && (_query.Operation == AccessOperation.Unstated || core.Operation == _query.Operation)
            && (_query.From is not { } from || core.Time >= from)
            && (_query.To is not { } to || core.Time < to);
    }

    // What cannot be read is given to who asks for everything, and matches nothing else.
    private bool NothingIsAsked =>
        _actors.Length == 0 && _subjects.Length == 0 && _records.Length == 0 && _query is { Operation: AccessOperation.Unstated, From: null, To: null };

    private static string[] Of(string? pseudonym) => pseudonym is null ? [] : [pseudonym];

    private static string[] First(params ReadOnlySpan<string[]> lists)
    {
        foreach (string[] list in lists)
            if (list.Length > 0) return list;
        return [];
    }
}
