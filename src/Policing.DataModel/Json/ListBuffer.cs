using System.Runtime.CompilerServices;

namespace Policing.DataModel.Json;

/// <summary>Collects elements without allocating for the first eight, then makes one array of the right size.</summary>
internal struct ListBuffer<T>
{
    private Eight _first;
    private List<T>? _more;

    public int Count { get; private set; }

    public void Add(T item)
    {
        if (Count < 8) _first[Count] = item;
        else (_more ??= new List<T>(16)).Add(item);
        Count++;
    }

    public readonly T[] ToArray()
    {
        if (Count == 0) return [];
        T[] items = new T[Count];
        ReadOnlySpan<T> first = _first;
        first[..Math.Min(Count, 8)].CopyTo(items);
        _more?.CopyTo(items, 8);
        return items;
    }

    [InlineArray(8)]
    private struct Eight
    {
        private T _element;
    }
}
