namespace Policing.PartnerHost;

/// <summary>Names that are one slip of the pen apart: a letter more, less, another, or two exchanged.</summary>
internal static class NameEdit
{
    /// <summary>Shorter names are too often another name when a letter changes.</summary>
    public const int Shortest = 4;

    public static bool IsWithinOne(string left, string right)
    {
        if (left == right) return true;
        if (Math.Min(left.Length, right.Length) < Shortest || Math.Abs(left.Length - right.Length) > 1) return false;
        int same = left.AsSpan().CommonPrefixLength(right);
        ReadOnlySpan<char> l = left.AsSpan(same);
        ReadOnlySpan<char> r = right.AsSpan(same);
        if (l.Length > r.Length) return l[1..].SequenceEqual(r);
        if (l.Length < r.Length) return r[1..].SequenceEqual(l);
        return l[1..].SequenceEqual(r[1..]) || (l.Length > 1 && l[0] == r[1] && l[1] == r[0] && l[2..].SequenceEqual(r[2..]));
    }

    /// <summary>Texts of which two names that are one slip apart have one in common: the name, and the name less each of its letters.</summary>
    public static IEnumerable<string> Variants(string name)
    {
        yield return name;
        if (name.Length < Shortest) yield break;
        for (int place = 0; place < name.Length; place++)
            if (place == 0 || name[place] != name[place - 1]) yield return name.Remove(place, 1);
    }
}
