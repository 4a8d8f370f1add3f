using System.Globalization;
using System.Text;
using System.Text.Json;
using Policing.Benchmarks.Records;

namespace Policing.Benchmarks.Validation;

/// <summary>
/// NDJSON as a force gives it to another: the records of <see cref="TypicalBundle"/> over and over, each time with ids of their own; a quarter
/// people, a sixth crimes and as many places, some stops, two fifths links.
/// </summary>
internal sealed class TypicalLines
{
    private const int Times = 20;

    // One line in 47, which is prime, so that all kinds have some: a time that is none, a member that the model does not define, an empty object.
    private const int DirtEvery = 47;
    private static readonly (string Clean, string Dirty)[] Dirt =
    [
        ("\"recordedAt\":\"2026-03-08T08:02:11Z\"", "\"recordedAt\":\"8 March 2026\""),
        ("\"modelVersion\":", "\"stranger\":1,\"modelVersion\":"),
        ("\"type\":\"", "\"absent\":{},\"type\":\""),
    ];

    private TypicalLines(byte[] ndjson, IReadOnlyList<byte[]> records)
    {
        Ndjson = ndjson;
        Records = records;
    }

    /// <summary>The file.</summary>
    public byte[] Ndjson { get; }

    /// <summary>Its lines without the header.</summary>
    public IReadOnlyList<byte[]> Records { get; }

    public static TypicalLines Clean() => Of(Texts());

    /// <summary>The same with faults here and there.</summary>
    public static TypicalLines Dirty() => Of(Texts().Select((text, i) => i % DirtEvery == 0 ? Spoilt(text, i / DirtEvery) : text));

    private static TypicalLines Of(IEnumerable<string> texts)
    {
        byte[][] records = [.. texts.Select(Encoding.UTF8.GetBytes)];
        using MemoryStream ndjson = new();
        ndjson.Write("""{"id":"urn:uuid:0190b4a2-6c1e-7d3a-9f42-000000000001","type":"bundle","modelVersion":"1.0","kind":"collection","operationalStatus":"test"}"""u8);
        foreach (byte[] record in records)
        {
            ndjson.WriteByte((byte)'\n');
            ndjson.Write(record);
        }

        return new(ndjson.ToArray(), records);
    }

    private static IEnumerable<string> Texts()
    {
        using JsonDocument bundle = JsonDocument.Parse(TypicalBundle.Document);
        string[] once = [.. bundle.RootElement.GetProperty("records").EnumerateArray().Select(r => r.GetRawText())];
        for (int time = 0; time < Times; time++)
        {
            string ids = string.Create(CultureInfo.InvariantCulture, $"-9f42-{time:x4}");
            foreach (string text in once) yield return text.Replace("-9f42-0000", ids, StringComparison.Ordinal);
        }
    }

    private static string Spoilt(string text, int kind)
    {
        (string clean, string dirty) = Dirt[kind % Dirt.Length];
        return text.Replace(clean, dirty, StringComparison.Ordinal);
    }
}
