using System.Text.Json;

namespace Policing.Ethics.Minimisation;

/// <summary>A view made ready: for each record type, which members are given and how. Immutable and thread-safe.</summary>
internal sealed class SharePlan
{
    private readonly byte[][] _types;
    private readonly RecordPlan[] _records;

    public SharePlan(SharingView view, IReadOnlyDictionary<string, RecordPlan> records)
    {
        _types = [.. records.Keys.Select(System.Text.Encoding.UTF8.GetBytes)];
        _records = [.. records.Values];
        NotesWithheld = view.Notes == WithheldNotes.Held;
        // A view's id and version are letters, digits and a few marks alone, none of which JSON escapes.
        ViewMember = System.Text.Encoding.ASCII.GetBytes($$"""
            "view":{"partial":true,"policy":"{{view.Id}}","policyVersion":"{{view.Version}}"}
            """);
    }

    public bool NotesWithheld { get; }

    /// <summary>What every copy says of itself.</summary>
    public byte[] ViewMember { get; }

    /// <summary>The plan of a record type; null when the view gives nothing of it.</summary>
    public RecordPlan? Of(ReadOnlySpan<byte> type)
    {
        for (int i = 0; i < _types.Length; i++)
            if (type.SequenceEqual(_types[i])) return _records[i];
        return null;
    }

    /// <summary>The plan of the record type at which the reader stands.</summary>
    public RecordPlan? Of(ref Utf8JsonReader type)
    {
        if (!type.ValueIsEscaped) return Of(type.ValueSpan);
        for (int i = 0; i < _types.Length; i++)
            if (type.ValueTextEquals(_types[i])) return _records[i];
        return null;
    }
}
