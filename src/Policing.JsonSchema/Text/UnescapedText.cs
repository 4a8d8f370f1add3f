using System.Buffers;
using System.Globalization;
using System.Text;

namespace Policing.JsonSchema.Text;

/// <summary>The bytes that a string with escape sequences stands for, in a buffer of the caller or a rented one.</summary>
internal ref struct UnescapedText
{
    /// <summary>The size of the buffer that a caller offers.</summary>
    public const int StackBytes = 256;

    private byte[]? _rented;

    /// <summary>Unescapes what a reader has accepted: every sequence is whole, and every surrogate has its partner.</summary>
    public UnescapedText(ReadOnlySpan<byte> raw, Span<byte> buffer)
    {
        if (raw.Length > buffer.Length)
        {
            // No sequence is shorter than what it stands for.
            buffer = _rented = ArrayPool<byte>.Shared.Rent(raw.Length);
        }
        Utf8 = buffer[..Unescape(raw, buffer)];
    }

    public ReadOnlySpan<byte> Utf8 { get; private set; }

    public void Dispose()
    {
        Utf8 = default;
        if (_rented is not null)
        {
            // What is returned holds part of a document.
            ArrayPool<byte>.Shared.Return(_rented, clearArray: true);
            _rented = null;
        }
    }

    /// <summary>Whether all surrogates that are written as escape sequences come in pairs.</summary>
    public static bool HasOnlyWholeSurrogates(ReadOnlySpan<byte> raw)
    {
        bool high = false;
        for (int at = 0; at < raw.Length;)
        {
            int step = raw[at] is (byte)'\\' ? raw[at + 1] is (byte)'u' ? 6 : 2 : 1;
            int unit = step == 6 ? Hex(raw.Slice(at + 2, 4)) : 0;
            bool low = unit is >= 0xDC00 and <= 0xDFFF;
            if (low != high)
            {
                return false;
            }
            high = unit is >= 0xD800 and <= 0xDBFF;
            at += step;
        }
        return !high;
    }

    private static int Unescape(ReadOnlySpan<byte> raw, Span<byte> buffer)
    {
        int written = 0;
        while (true)
        {
            int plain = raw.IndexOf((byte)'\\');
            ReadOnlySpan<byte> before = plain < 0 ? raw : raw[..plain];
            before.CopyTo(buffer[written..]);
            written += before.Length;
            if (plain < 0)
            {
                return written;
            }
            raw = raw[plain..];
            if (raw[1] is (byte)'u')
            {
                int unit = Hex(raw.Slice(2, 4));
                raw = raw[6..];
                Rune rune;
                if (char.IsHighSurrogate((char)unit))
                {
                    rune = new Rune((char)unit, (char)Hex(raw.Slice(2, 4)));
                    raw = raw[6..];
                }
                else
                {
                    rune = new Rune(unit);
                }
                written += rune.EncodeToUtf8(buffer[written..]);
            }
            else
            {
                buffer[written++] = Simple(raw[1]);
                raw = raw[2..];
            }
        }
    }

    private static byte Simple(byte letter) => letter switch
    {
        (byte)'b' => 8,
        (byte)'t' => 9,
        (byte)'n' => 10,
        (byte)'f' => 12,
        (byte)'r' => 13,
        _ => letter,
    };

    private static int Hex(ReadOnlySpan<byte> digits) => int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
