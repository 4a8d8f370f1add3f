using System.Buffers;

namespace Policing.JsonSchema.Evaluation;

/// <summary>Rows of token numbers for one evaluation, taken and given back like a stack. A row is named by where it begins, and not cleared.</summary>
internal ref struct PlaceArena
{
    private int[]? _places;
    private int _top;

    public int Take(int count)
    {
        if (_places is null || _top + count > _places.Length)
        {
            Grow(count);
        }
        int row = _top;
        _top += count;
        return row;
    }

    public void GiveBack(int row) => _top = row;

    public readonly void Set(int row, int number, int token) => _places![row + number] = token;

    public readonly int Get(int row, int number) => _places![row + number];

    public void Dispose()
    {
        if (_places is not null)
        {
            ArrayPool<int>.Shared.Return(_places);
            _places = null;
        }
    }

    [System.Diagnostics.CodeAnalysis.MemberNotNull(nameof(_places))]
    private void Grow(int count)
    {
        int[] larger = ArrayPool<int>.Shared.Rent(Math.Max(64, 2 * (_top + count)));
        if (_places is not null)
        {
            _places.AsSpan(0, _top).CopyTo(larger);
            ArrayPool<int>.Shared.Return(_places);
        }
        _places = larger;
    }
}
