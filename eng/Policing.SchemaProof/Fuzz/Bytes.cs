using System.Globalization;
using System.Text;

namespace Policing.SchemaProof.Fuzz;

/// <summary>Random bytes, random pieces of JSON, and changes of good texts.</summary>
internal static class Bytes
{
    private static readonly string[] s_pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"\\u0061\"", "\"\\ud83d\\ude00\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\\", "\\u", "0", "-", "-0", "1.5e3", "1e", "00", "0.", "true", "fals", "null",
        " ", "\n", "\r\n", "\t", "\u00e9", "\"é\"", "\u0001", "\0", "\"x\":", "1", "\"\\n\"", "\"\\/\"", "/", "//", "/*", "nul", "1E+2", ".", "99999999999999999999999999", "1e999999999999999999999",
        "-1e-999999999", "\uFEFF", "😀", "{}", "[]", "NaN", "'a'", "\u007f", "\u2028", "\"type\":", "\"$ref\":\"#\"",
    ];

    private static readonly byte[][] s_badUtf8 =
        [[0xC3], [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xEF, 0xBB, 0xBF]];

    public static byte[] Random(Random random)
    {
        byte[] bytes = new byte[random.Next(60)];
        random.NextBytes(bytes);
        return bytes;
    }

    public static byte[] OfPieces(Random random) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => s_pieces[random.Next(s_pieces.Length)])));

    public static byte[] Changed(Random random, byte[] good)
    {
        List<byte> bytes = [.. good];
        for (int change = random.Next(1, 4); change > 0 && bytes.Count > 0; change--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2 or 3:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(s_pieces[random.Next(s_pieces.Length)]));
                    break;
                case 4:
                    bytes.InsertRange(at, s_badUtf8[random.Next(s_badUtf8.Length)]);
                    break;
                case 5:
                    // A part once more, which makes names stand twice.
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(40), bytes.Count - at)));
                    break;
                default:
                    bytes.RemoveRange(at, Math.Min(random.Next(20), bytes.Count - at));
                    break;
            }
        }
        return [.. bytes];
    }

    /// <summary>Well-formed, with objects beyond the sizes at which the validator changes its ways.</summary>
    public static string Value(Random random, int depth) => random.Next(depth > 0 ? 9 : 5) switch
    {
        0 => random.Next(-1000, 1000).ToString(CultureInfo.InvariantCulture),
        1 => random.NextDouble().ToString("R", CultureInfo.InvariantCulture),
        2 => "\"" + s_pieces[random.Next(s_pieces.Length)].Replace("\"", "", StringComparison.Ordinal).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\u0001", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("").Replace("\t", "", StringComparison.Ordinal) + "\"",
        3 => "true",
        4 => "null",
        5 or 6 => "{" + string.Join(',', Enumerable.Range(0, random.Next(60)).Select(name => $"\"n{(random.Next(400) == 0 ? 0 : name)}\": {Value(random, depth - 2)}")) + "}",
        7 => new string('[', 70) + new string(']', 70),
        _ => "[" + string.Join(" , ", Enumerable.Range(0, random.Next(12)).Select(_ => Value(random, depth - 1))) + "]",
    };
}
