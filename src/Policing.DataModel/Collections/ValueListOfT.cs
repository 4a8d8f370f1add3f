using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>
/// An immutable list that compares by content, so that two records with equal members are equal.
/// <c>default</c> is the empty list; a list is never null. Thread-safe.
/// </summary>
/// <remarks>Made by a collection expression: <c>Names = [first, second]</c>. On the wire an empty list is not written.</remarks>
/// <typeparam name="T">The element; never null.</typeparam>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
[JsonConverter(typeof(ValueListConverterFactory))]
[SuppressMessage("Naming", "CA1710", Justification = "A list in the words of the model; 'Collection' says less.")]
public readonly struct ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>, IValueList
{
    private readonly T[]? _items;

    internal ValueList(T[] items) => _items = items.Length == 0 ? null : items;

    /// <summary>The number of elements.</summary>
    public int Count => _items?.Length ?? 0;

    /// <summary>True when there is no element, as in <c>default</c>.</summary>
    public bool IsEmpty => _items is null;

    /// <summary>The first element, which is the preferred one where order means preference; <c>default</c> of an empty list.</summary>
    public T? First => _items is null ? default : _items[0];

    /// <summary>The element at a place from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return _items![index];
        }
    }

    /// <summary>The elements as a span.</summary>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>The elements, for what asks by name; null when there is none. Nobody writes to them.</summary>
    internal T[]? Items => _items;

    /// <summary>A list with one more element at its end.</summary>
    /// <exception cref="ArgumentNullException">The element is null.</exception>
    public ValueList<T> Add(T item) => item is null ? throw new ArgumentNullException(nameof(item)) : new([.. AsSpan(), item]);

    /// <summary>Enumerates without allocating.</summary>
    public ReadOnlySpan<T>.Enumerator GetEnumerator() => AsSpan().GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)this).GetEnumerator();

    JsonConverter IValueList.CreateConverter() => new ValueListConverter<T>();

    /// <summary>True when both hold equal elements in the same order.</summary>
    public bool Equals(ValueList<T> other)
    {
        if (ReferenceEquals(_items, other._items)) return true;
        if (Count != other.Count) return false;
        for (int i = 0; i < Count; i++)
            if (!EqualityComparer<T>.Default.Equals(_items![i], other._items![i])) return false;
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (T item in AsSpan()) hash.Add(item);
        return hash.ToHashCode();
    }

    /// <summary>The number of elements; never their content.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Count} elements");

    /// <summary>Equality by content.</summary>
    public static bool operator ==(ValueList<T> left, ValueList<T> right) => left.Equals(right);

    /// <summary>Inequality by content.</summary>
    public static bool operator !=(ValueList<T> left, ValueList<T> right) => !left.Equals(right);
}
