using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Policing.JsonSchema.Tests.Text;

/// <summary>Random and mutated bytes. PSDK_FUZZ_SECONDS makes it longer than the two seconds of a normal run.</summary>
public class ScannerFuzzTests
{
    private static readonly string[] s_pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"\\u0061\"", "\"\\ud83d\\ude00\"", "\"\\ud800\"", "\\", "0", "-", "1.5e3", "1e", "00", "true", "fals", "null", " ",
        "\n", "\u00e9", "\"é\"", "\u0001", "\"x\":", "1", "\"\\n\"", "/", "nul", "1E+2", ".", "99999999999999999999999999",
    ];

    [Fact]
    public void The_scanner_reads_what_the_reader_of_the_base_library_reads()
    {
        CompiledSchema any = Schemas.Compile("true", new SchemaOptions { Limits = new DocumentLimits { MaxDepth = 40 } });
        Random random = new(11);
        byte[] valid = Schemas.Bytes(Schemas.ValidPerson);
        foreach (byte[] text in Texts(random, valid))
        {
            SchemaReport report = any.Report(text);
            RefusalReason? reason = report.Refusal?.Reason;
            Assert.Equal(report.Verdict, any.Check(text));
            bool readable = IsReadable(text);
            // The reader knows nothing of UTF-8, names that stand twice, or halves of characters.
            if (reason is null)
            {
                Assert.True(readable, Convert.ToHexString(text));
            }
            else if (reason is RefusalReason.NotJson)
            {
                Assert.False(readable, Convert.ToHexString(text));
            }
        }
    }

    [Fact]
    public void No_document_makes_it_throw()
    {
        CompiledSchema schema = Schemas.CompilePerson();
        Random random = new(13);
        int judged = 0;
        foreach (byte[] text in Texts(random, Schemas.Bytes(Schemas.ValidPerson)))
        {
            DocumentVerdict verdict = schema.Check(text);
            SchemaReport report = schema.Report(text);
            Assert.Equal(verdict, report.Verdict);
            Assert.Equal(verdict is DocumentVerdict.Invalid, report.Errors.Count > 0);
            judged += verdict is DocumentVerdict.Refused ? 0 : 1;
        }
        Assert.True(judged > 100);
    }

    private static IEnumerable<byte[]> Texts(Random random, byte[] valid)
    {
        double seconds = double.TryParse(Environment.GetEnvironmentVariable("PSDK_FUZZ_SECONDS"), CultureInfo.InvariantCulture, out double asked) ? asked : 2;
        Stopwatch clock = Stopwatch.StartNew();
        while (clock.Elapsed.TotalSeconds < seconds)
        {
            yield return random.Next(3) switch
            {
                0 => Mutated(random, valid),
                1 => Schemas.Bytes(string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => s_pieces[random.Next(s_pieces.Length)]))),
                _ => Schemas.Bytes(Value(random, 4)),
            };
        }
    }

    private static byte[] Mutated(Random random, byte[] valid)
    {
        List<byte> bytes = [.. valid];
        for (int change = random.Next(1, 4); change > 0; change--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.InsertRange(at, Schemas.Bytes(s_pieces[random.Next(s_pieces.Length)]));
                    break;
                default:
                    bytes.RemoveRange(at, Math.Min(random.Next(20), bytes.Count - at));
                    break;
            }
        }
        return [.. bytes];
    }

    private static string Value(Random random, int depth) => random.Next(depth > 0 ? 8 : 5) switch
    {
        0 => random.Next(-1000, 1000).ToString(CultureInfo.InvariantCulture),
        1 => random.NextDouble().ToString("R", CultureInfo.InvariantCulture),
        2 => "\"" + s_pieces[random.Next(s_pieces.Length)].Replace("\"", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal) + "\"",
        3 => "true",
        4 => "null",
        5 or 6 => "{" + string.Join(',', Enumerable.Range(0, random.Next(40)).Select(name => $"\"n{name}\": {Value(random, depth - 1)}")) + "}",
        _ => "[" + string.Join(" , ", Enumerable.Range(0, random.Next(6)).Select(_ => Value(random, depth - 1))) + "]",
    };

    private static bool IsReadable(byte[] text)
    {
        try
        {
            Utf8JsonReader reader = new(text, new JsonReaderOptions { MaxDepth = 1_000 });
            while (reader.Read())
            {
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
