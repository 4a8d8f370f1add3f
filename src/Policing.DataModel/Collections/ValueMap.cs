using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Policing.DataModel;

/// <summary>
/// An immutable map from text to value that keeps the order it was written in and compares by content, whatever the order.
/// <c>default</c> is the empty map; a map is never null. Thread-safe.
/// </summary>
/// <remarks>Keys compare ordinally. On the wire it is a JSON object; an empty one is not written.</remarks>
/// <typeparam name="T">The value; never null.</typeparam>
[SuppressMessage("Naming", "CA1710", Justification = "A map in the words of the model.")]
public readonly struct ValueMap<T> : IReadOnlyCollection<KeyValuePair<string, T>>, IEquatable<ValueMap<T>>
{
    private readonly KeyValuePair<string, T>[]? _items;

    internal ValueMap(KeyValuePair<string, T>[] items) => _items = items.Length == 0 ? null : items;

    /// <summary>The number of entries.</summary>
    public int Count => _items?.Length ?? 0;

    /// <summary>True when there is no entry, as in <c>default</c>.</summary>
    public bool IsEmpty => _items is null;

    /// <summary>The entries in the order they were written.</summary>
    public ReadOnlySpan<KeyValuePair<string, T>> AsSpan() => _items;

    /// <summary>Finds the value of a key.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        foreach (ref readonly KeyValuePair<string, T> item in AsSpan())
        {
            if (!string.Equals(item.Key, key, StringComparison.Ordinal)) continue;
            value = item.Value;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>A map with this entry added, or replaced where the key is there.</summary>
    /// <exception cref="ArgumentNullException">The key or the value is null.</exception>
    public ValueMap<T> With(string key, T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (value is null) throw new ArgumentNullException(nameof(value));
        KeyValuePair<string, T> added = new(key, value);
        for (int i = 0; i < Count; i++)
        {
            if (!string.Equals(_items![i].Key, key, StringComparison.Ordinal)) continue;
            KeyValuePair<string, T>[] replaced = [.. _items];
            replaced[i] = added;
            return new(replaced);
        }

        return new([.. AsSpan(), added]);
    }

    /// <summary>Enumerates without allocating.</summary>
    public ReadOnlySpan<KeyValuePair<string, T>>.Enumerator GetEnumerator() => AsSpan().GetEnumerator();

    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, T>>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<KeyValuePair<string, T>>)this).GetEnumerator();

    /// <summary>True when both hold equal values under the same keys.</summary>
    public bool Equals(ValueMap<T> other)
    {
        if (Count != other.Count) return false;
        foreach (ref readonly KeyValuePair<string, T> item in AsSpan())
            if (!other.TryGetValue(item.Key, out T? value) || !EqualityComparer<T>.Default.Equals(item.Value, value)) return false;
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueMap<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = Count;
        foreach (ref readonly KeyValuePair<string, T> item in AsSpan()) hash ^= HashCode.Combine(item.Key, item.Value);
        return hash;
    }

    /// <summary>The number of entries; never their keys or values.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Count} entries");

    /// <summary>Equality by content.</summary>
    public static bool operator ==(ValueMap<T> left, ValueMap<T> right) => left.Equals(right);

    /// <summary>Inequality by content.</summary>
    public static bool operator !=(ValueMap<T> left, ValueMap<T> right) => !left.Equals(right);
}
