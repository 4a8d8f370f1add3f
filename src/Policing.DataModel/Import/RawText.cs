using System.Buffers;
using System.Text;

namespace Policing.DataModel.Import;

/// <summary>The text of a row in which a byte that is no UTF-8 stands as U+DC00 plus the byte, so that the bytes can be had back.</summary>
internal static class RawText
{
    private const char FirstByte = '\uDC80';
    private const char LastByte = '\uDCFF';

    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var surrogate = text.IndexOfAnyInRange('\uD800', '\uDFFF');
            if (surrogate < 0)
                return true;
            text = text[surrogate..];
            if (Rune.DecodeFromUtf16(text, out _, out var length) != OperationStatus.Done)
                return false;
            text = text[length..];
        }

        return true;
    }

    public static byte[] ToBytes(ReadOnlySpan<char> text)
    {
        var bytes = new ArrayBufferWriter<byte>(text.Length);
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) == OperationStatus.Done)
                bytes.Advance(rune.EncodeToUtf8(bytes.GetSpan(4)));
            else
                WriteLoneSurrogate(bytes, text[0]);
            text = text[length..];
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteLoneSurrogate(ArrayBufferWriter<byte> bytes, char c)
    {
        if (c is >= FirstByte and <= LastByte)
            bytes.Write([(byte)(c - 0xDC00)]);
        else
            bytes.Write([(byte)(0xE0 | (c >> 12)), (byte)(0x80 | ((c >> 6) & 0x3F)), (byte)(0x80 | (c & 0x3F))]);
    }
}
