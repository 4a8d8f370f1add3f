namespace Policing.DataModel;

/// <summary>Makes a <see cref="ValueList{T}"/>; what a collection expression calls.</summary>
public static class ValueList
{
    /// <summary>A list of these elements, copied.</summary>
    /// <exception cref="ArgumentNullException">An element is null.</exception>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items)
    {
        foreach (T item in items)
            if (item is null) throw new ArgumentNullException(nameof(items), "A list has no null elements; leave the element out.");
        return new ValueList<T>(items.ToArray());
    }

    /// <summary>A list of these elements, copied.</summary>
    /// <exception cref="ArgumentNullException">The sequence or an element is null.</exception>
    public static ValueList<T> From<T>(IEnumerable<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return Create<T>(items.ToArray());
    }
}
