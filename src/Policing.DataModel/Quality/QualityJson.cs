using System.Text.Json;

namespace Policing.DataModel.Quality;

/// <summary>Writes summaries as JSON.</summary>
internal static class QualityJson
{
    public static void Write(Utf8JsonWriter writer, QualitySummary summary)
    {
        writer.WriteStartObject();
        writer.WriteString("format", "policing-quality/1.0");
        writer.WriteStartArray("figures");
        foreach ((QualityKey key, QualityFigures figures) in summary.Figures) Write(writer, key, figures);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, QualityKey key, QualityFigures figures)
    {
        writer.WriteStartObject();
        writer.WriteString("recordType", key.RecordType);
        writer.WriteString("controller", key.Controller);
        writer.WriteNumber("records", figures.Records);
        Write(writer, "completeness", figures.Completeness);
        writer.WriteNumber("explained", figures.Explained);
        Write(writer, "gaps", figures.Gaps);
        Write(writer, "conformity", figures.Conformity);
        Write(writer, "findings", figures.Findings);
        Write(writer, "integrity", figures.Integrity);
        Write(writer, "timeliness", figures.Timeliness);
        Write(writer, "withinSevenDays", figures.WithinSevenDays);
        Write(writer, "withinTwentyEightDays", figures.WithinTwentyEightDays);
        Write(writer, "uniqueness", figures.Uniqueness);
        writer.WriteNumber("sameId", figures.SameId);
        writer.WriteNumber("likelySame", figures.LikelySame);
        Write(writer, "accuracy", figures.Accuracy);
        writer.WriteEndObject();
    }

    // What could not be told of is left out: it is neither good nor bad.
    private static void Write(Utf8JsonWriter writer, string name, Share share)
    {
        if (share.Of == 0) return;
        writer.WriteStartObject(name);
        writer.WriteNumber("good", share.Good);
        writer.WriteNumber("of", share.Of);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, ValueMap<QualityCount> counts)
    {
        if (counts.IsEmpty) return;
        writer.WriteStartObject(name);
        foreach (KeyValuePair<string, QualityCount> entry in counts) writer.WriteNumber(entry.Key, entry.Value.Times);
        writer.WriteEndObject();
    }
}
