using System.Text;

namespace Policing.Ethics.Audit;

/// <summary>What the text of a note and the name of a key may hold.</summary>
internal static class NoteText
{
    /// <summary>An em dash and a space begin the line of a signature.</summary>
    public const string Dash = "\u2014 ";

    // Half a surrogate pair is an exception here instead of a question mark.
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static bool IsKeyName(string name)
    {
        if (name.Length == 0) return false;
        foreach (char c in name)
            if (c == '+' || c < ' ' || char.IsWhiteSpace(c)) return false;
        return TryEncode(name, out _);
    }

    /// <summary>Whether a text can be signed.</summary>
    public static NoteFault Check(string text, out byte[] utf8)
    {
        if (!TryEncode(text, out utf8)) return NoteFault.NotUtf8;
        if (utf8.Length > SignedNote.MostTextBytes) return NoteFault.TooLong;
        if (HasControl(text)) return NoteFault.ControlCharacter;
        return text.EndsWith('\n') ? NoteFault.None : NoteFault.NoFinalNewline;
    }

    public static bool HasControl(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
            if (c < ' ' && c != '\n') return true;
        return false;
    }

    public static bool TryDecode(ReadOnlySpan<byte> utf8, out string text)
    {
        bool good = System.Text.Unicode.Utf8.IsValid(utf8);
        text = good ? Encoding.UTF8.GetString(utf8) : "";
        return good;
    }

    private static bool TryEncode(string text, out byte[] utf8)
    {
        try
        {
            utf8 = s_utf8.GetBytes(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            utf8 = [];
            return false;
        }
    }
}
