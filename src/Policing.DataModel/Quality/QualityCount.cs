namespace Policing.DataModel.Quality;

/// <summary>How often something was found.</summary>
/// <param name="Times">The number.</param>
public readonly record struct QualityCount(long Times)
{
    internal static ValueMap<QualityCount> Sum(ValueMap<QualityCount> left, ValueMap<QualityCount> right)
    {
        SortedDictionary<string, long> sum = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, QualityCount> entry in left) sum[entry.Key] = sum.GetValueOrDefault(entry.Key) + entry.Value.Times;
        foreach (KeyValuePair<string, QualityCount> entry in right) sum[entry.Key] = sum.GetValueOrDefault(entry.Key) + entry.Value.Times;
        return MapOf(sum);
    }

    internal static ValueMap<QualityCount> MapOf(SortedDictionary<string, long> counts) =>
        new([.. counts.Select(entry => KeyValuePair.Create(entry.Key, new QualityCount(entry.Value)))]);
}
