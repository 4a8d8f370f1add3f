using System.Buffers;
using System.Text.Json;

namespace Policing.DataModel.Quality;

/// <summary>
/// The quality of a record set, by record type and controller. It names types, agencies and rules, and never a person's data. Immutable; two summaries with the
/// same figures are equal.
/// </summary>
public sealed class QualitySummary : IEquatable<QualitySummary>
{
    private readonly SortedDictionary<QualityKey, QualityFigures> _figures;

    internal QualitySummary(SortedDictionary<QualityKey, QualityFigures> figures) => _figures = figures;

    /// <summary>Nothing measured.</summary>
    public static QualitySummary Empty { get; } = new([]);

    /// <summary>The figures, ordered by record type and controller.</summary>
    public IEnumerable<KeyValuePair<QualityKey, QualityFigures>> Figures => _figures.Select(entry => entry);

    /// <summary>The figures of all records.</summary>
    public QualityFigures Total => Sum(_ => true);

    /// <summary>The figures of one record type, whoever controls it.</summary>
    public QualityFigures Of(string recordType) => Sum(key => key.RecordType == recordType);

    /// <summary>The figures of one controller, such as <c>police:avon-and-somerset</c>, of all record types.</summary>
    public QualityFigures OfController(string controller) => Sum(key => key.Controller == controller);

    /// <summary>
    /// The figures of both, for sets that share neither records nor links. Of parts of one set, merge the checks instead (<see cref="QualityCheck.Merge"/>): a
    /// link may end in another part.
    /// </summary>
    public QualitySummary Plus(QualitySummary other)
    {
        ArgumentNullException.ThrowIfNull(other);
        SortedDictionary<QualityKey, QualityFigures> sum = new(_figures);
        foreach ((QualityKey key, QualityFigures figures) in other._figures) sum[key] = sum.TryGetValue(key, out QualityFigures? own) ? own.Plus(figures) : figures;
        return new(sum);
    }

    /// <summary>The summary as a JSON object, with the counts behind each share.</summary>
    public byte[] ToUtf8()
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, new() { Indented = true, NewLine = "\n" })) QualityJson.Write(writer, this);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Equality by figures.</summary>
    public bool Equals(QualitySummary? other) => other is not null && _figures.SequenceEqual(other._figures);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as QualitySummary);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (KeyValuePair<QualityKey, QualityFigures> entry in _figures) hash.Add(entry);
        return hash.ToHashCode();
    }

    private QualityFigures Sum(Func<QualityKey, bool> counts) =>
        _figures.Where(entry => counts(entry.Key)).Aggregate(new QualityFigures(), (sum, entry) => sum.Plus(entry.Value));
}
