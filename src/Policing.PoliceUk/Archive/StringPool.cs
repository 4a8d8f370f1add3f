namespace Policing.PoliceUk.Archive;

/// <summary>
/// Gives one string for equal texts as long as it remembers them. A fixed number of places, each with the last string that fell there, so it
/// never grows; the hash is seeded by the process, so nobody can aim at a place.
/// </summary>
internal sealed class StringPool
{
    private const int Places = 4096;
    private const int MaxLength = 128;

    private readonly string?[] _strings = new string?[Places];

    public string Get(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return string.Empty;
        if (text.Length > MaxLength)
            return text.ToString();
        ref var place = ref _strings[string.GetHashCode(text, StringComparison.Ordinal) & (Places - 1)];
        if (place is null || !text.SequenceEqual(place))
            place = text.ToString();
        return place;
    }
}
