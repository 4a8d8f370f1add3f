namespace Policing.Ethics.Audit;

/// <summary>
/// Standard base64 with padding in its one canonical spelling: no white space, no stray bits at the end. What is signed must not have two spellings.
/// </summary>
internal static class StrictBase64
{
    public static bool TryDecode(ReadOnlySpan<char> text, out byte[] bytes)
    {
        byte[] room = new byte[text.Length / 4 * 3];
        bool good = text.Length % 4 == 0 && Convert.TryFromBase64Chars(text, room, out int written) && Take(room, written, out room) && IsSpelling(text, room);
        bytes = good ? room : [];
        return good;
    }

    private static bool Take(byte[] room, int written, out byte[] taken)
    {
        taken = written == room.Length ? room : room[..written];
        return true;
    }

    private static bool IsSpelling(ReadOnlySpan<char> text, byte[] bytes) => text.SequenceEqual(Convert.ToBase64String(bytes));
}
