using System.Globalization;
using System.Runtime.InteropServices;

namespace Policing.Ethics.Audit;

/// <summary>Indexes one after the other, both ends included: <c>17</c> or <c>20-29</c>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct IndexRange(ulong From, ulong To)
{
    public static IReadOnlyList<IndexRange> Of(IEnumerable<ulong> indexes)
    {
        List<IndexRange> ranges = [];
        foreach (ulong index in indexes.Order())
        {
            if (ranges.Count > 0 && index <= ranges[^1].To) continue;
            if (ranges.Count > 0 && index == ranges[^1].To + 1) ranges[^1] = ranges[^1] with { To = index };
            else ranges.Add(new(index, index));
        }
        return ranges;
    }

    public static bool TryParse(string? text, out IndexRange range)
    {
        range = default;
        string[] ends = (text ?? "").Split('-');
        if (ends.Length > 2 || !Whole.TryParse(ends[0], out ulong from)) return false;
        ulong to = from;
        if (ends.Length == 2 && (!Whole.TryParse(ends[1], out to) || to <= from)) return false;
        range = new(from, to);
        return true;
    }

    public override string ToString() =>
        From == To ? From.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{From}-{To}");
}
