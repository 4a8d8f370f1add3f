using System.Text;
using System.Text.Json;
using Policing.DataModel.Codes;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Json;

/// <summary>What one reading carries along: the limits, and the notes where they are wanted.</summary>
internal sealed class ReadContext(JsonLimits limits, List<ReadNote>? notes)
{
    /// <summary>Takes no notes; shared by converters, which have nobody to tell.</summary>
    public static readonly ReadContext Silent = new(JsonLimits.Default, null);

    // Set only where notes are taken, so that the shared silent context stays unchanged.
    private long? _culprit;

    public JsonLimits Limits { get; } = limits;

    /// <summary>Notes that did not fit under the limit.</summary>
    public int Dropped { get; private set; }

    /// <summary>The first error stops the reading.</summary>
    public bool Strict { get; init; }

    /// <summary>A tier above it stops the reading; null for none.</summary>
    public SecurityTier? Ceiling { get; init; }

    /// <summary>The same limits for what is read a second time, and was noted the first.</summary>
    public ReadContext WithoutNotes() => notes is null ? this : new(Limits, null) { Ceiling = Ceiling };

    public void Note(FindingRule rule, long offset, string? member = null)
    {
        if (notes is null) return;
        if (Strict && rule.Severity == Severity.Error) throw new UnreadableException(rule, offset, member);
        if (notes.Count < Limits.Findings) notes.Add(new(rule, offset, member));
        else Dropped++;
    }

    /// <summary>How many notes there were, to come back to.</summary>
    public int Mark => (notes?.Count ?? 0) + Dropped;

    /// <summary>
    /// Forgets what was noted inside a container since the mark, because the container is kept whole for the element at this byte.
    /// </summary>
    public void KeepWhole(int mark, long offset)
    {
        if (notes is null) return;
        if (mark < notes.Count) notes.RemoveRange(mark, notes.Count - mark);
        Dropped = mark - notes.Count;
        _culprit = offset;
    }

    /// <summary>The byte of the element for which a container is kept whole, once; else the container's own.</summary>
    public long Culprit(long container)
    {
        if (_culprit is not { } offset) return container;
        _culprit = null;
        return offset;
    }

    /// <summary>Notes each required member that was not seen, by the bit of its place.</summary>
    public void NoteMissing(ulong missing, long objectOffset, ReadOnlySpan<string> names)
    {
        for (; missing != 0; missing &= missing - 1)
            Note(FindingRules.Missing, objectOffset, names[System.Numerics.BitOperations.TrailingZeroCount(missing)]);
    }

    /// <summary>The string at the reader, within the limit.</summary>
    public string String(ref Utf8JsonReader reader)
    {
        long written = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (written <= Limits.StringBytes) return reader.GetString()!;
        // Escapes make it longer than it is, up to six times.
        bool mayFit = reader.ValueIsEscaped && written <= 6L * Limits.StringBytes;
        string? text = mayFit ? reader.GetString() : null;
        if (text is null || Encoding.UTF8.GetByteCount(text) > Limits.StringBytes) throw new UnreadableException(FindingRules.OverLimit, reader.TokenStartIndex);
        return text;
    }
}
