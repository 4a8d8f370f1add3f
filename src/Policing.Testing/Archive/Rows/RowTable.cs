using System.Collections.Immutable;

namespace Policing.Testing;

/// <summary>
/// The kinds of the rows in a block of 500, in slots. The kinds are spread evenly, so that a shorter block, which uses the first slots
/// only, has them in the same proportion; and some kinds take their content from an earlier slot, which therefore is in every block that
/// has them. Which row of the file a slot is, is <see cref="RowLayout"/>'s business.
/// </summary>
internal sealed class RowTable<TKind>
    where TKind : struct, Enum
{
    public const int BlockSize = 500;
    private const long Scale = 1_000_000;

    private readonly ImmutableArray<TKind> kinds;

    /// <summary>The kinds with their numbers in a block; the rest of the block is of the kind <paramref name="rest"/>.</summary>
    public RowTable(TKind rest, params ReadOnlySpan<(TKind Kind, int Count)> others)
    {
        var all = others.ToArray();
        var restCount = BlockSize - all.Sum(part => part.Count);
        kinds =
        [
            .. all.Append((Kind: rest, Count: restCount))
                .SelectMany(part => Enumerable.Range(0, part.Count).Select(i => (part.Kind, Place: Place(i, part.Count))))
                .OrderBy(entry => entry.Place)
                .Select(entry => entry.Kind),
        ];
    }

    public TKind this[int slot] => kinds[slot];

    /// <summary>The slots of a kind, in order.</summary>
    public ImmutableArray<int> SlotsOf(TKind kind) =>
        [.. Enumerable.Range(0, BlockSize).Where(slot => EqualityComparer<TKind>.Default.Equals(kinds[slot], kind))];

    /// <summary>
    /// For each slot of the kind, the nearest earlier slot of a source kind that no other has as its source yet. <paramref name="taken"/>
    /// holds the slots in use and gets the new ones.
    /// </summary>
    public ImmutableDictionary<int, int> SourcesFor(TKind kind, TKind source, HashSet<int> taken)
    {
        var sources = ImmutableDictionary.CreateBuilder<int, int>();
        var candidates = SlotsOf(source);
        foreach (var slot in SlotsOf(kind))
        {
            var chosen = candidates.Last(candidate => candidate < slot && !taken.Contains(candidate));
            taken.Add(chosen);
            sources.Add(slot, chosen);
        }

        return sources.ToImmutable();
    }

    private static long Place(int index, int count) => ((2L * index) + 1) * BlockSize * Scale / (2 * count);
}
