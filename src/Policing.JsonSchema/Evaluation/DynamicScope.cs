using System.Buffers;
using Policing.JsonSchema.Nodes;

namespace Policing.JsonSchema.Evaluation;

/// <summary>The schema resources that an evaluation is in, outermost first.</summary>
internal ref struct DynamicScope
{
    private int[]? _resources;
    private int _count;

    /// <summary>Enters the resource of a schema, unless it is the innermost already. True: leave it again.</summary>
    public bool Enter(int resource)
    {
        if (_count > 0 && _resources![_count - 1] == resource)
        {
            return false;
        }
        if (_resources is null || _count == _resources.Length)
        {
            Grow();
        }
        _resources[_count++] = resource;
        return true;
    }

    public void Leave() => _count--;

    /// <summary>Where a dynamic reference leads from here.</summary>
    public readonly Edge Resolve(DynamicReference reference)
    {
        for (int place = 0; place < _count && reference.Candidates.Length > 0; place++)
        {
            if (reference.Candidates[_resources![place]] is { } edge)
            {
                return edge;
            }
        }
        return reference.Fallback;
    }

    public void Dispose()
    {
        if (_resources is not null)
        {
            ArrayPool<int>.Shared.Return(_resources);
            _resources = null;
        }
    }

    [System.Diagnostics.CodeAnalysis.MemberNotNull(nameof(_resources))]
    private void Grow()
    {
        int[] larger = ArrayPool<int>.Shared.Rent(Math.Max(32, _count * 2));
        if (_resources is not null)
        {
            _resources.AsSpan(0, _count).CopyTo(larger);
            ArrayPool<int>.Shared.Return(_resources);
        }
        _resources = larger;
    }
}
