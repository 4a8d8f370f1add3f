using System.Collections.Frozen;

namespace Policing.Ethics;

/// <summary>How the members of an enum are written in policy files.</summary>
internal sealed class WireNames<T>
    where T : struct, Enum
{
    private readonly FrozenDictionary<string, T> _values;
    private readonly FrozenDictionary<T, string> _names;

    public WireNames(params ReadOnlySpan<(T Value, string Name)> pairs)
    {
        Dictionary<string, T> values = new(StringComparer.Ordinal);
        foreach ((T value, string name) in pairs) values.Add(name, value);
        _values = values.ToFrozenDictionary(StringComparer.Ordinal);
        _names = values.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);
    }

    public IEnumerable<string> All => _values.Keys;

    public bool Has(T value) => _names.ContainsKey(value);

    public string Of(T value) => _names.TryGetValue(value, out string? name) ? name : "(undefined)";

    public bool TryGet(string? name, out T value)
    {
        value = default;
        return name is not null && _values.TryGetValue(name, out value);
    }
}
