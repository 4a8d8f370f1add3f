using System.Text;

namespace Policing.PoliceUk.Api;

/// <summary>
/// Gives one string for equal ASCII texts as long as it remembers them, without making one to look it up. A fixed number of places, each with
/// the last string that fell there, so it never grows. Not thread-safe.
/// </summary>
internal sealed class TextPool
{
    private const int Places = 4096;
    private const int MaxLength = 96;

    private readonly string?[] _strings = new string?[Places];

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return string.Empty;
        if (utf8.Length > MaxLength)
            return Encoding.UTF8.GetString(utf8);
        ref var place = ref _strings[PlaceOf(utf8)];
        if (place is null || !Ascii.Equals(utf8, place))
            place = Encoding.UTF8.GetString(utf8);
        return place;
    }

    /// <summary>Texts that fall on one place only cost what they would without the pool, so nothing is won by aiming at one.</summary>
    private static int PlaceOf(ReadOnlySpan<byte> utf8)
    {
        var hash = (uint)utf8.Length;
        foreach (var b in utf8)
            hash = (hash ^ b) * 16777619;
        return (int)((hash ^ (hash >> 15)) & (Places - 1));
    }
}
