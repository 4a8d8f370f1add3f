using System.Buffers;
using System.Text.Json;

namespace Policing.SchemaProof.Fuzz;

/// <summary>What must hold of every document, whatever it is.</summary>
internal static class Judgement
{
    /// <summary>Judges a document in every way there is, and compares.</summary>
    public static SchemaReport Of(CompiledSchema schema, byte[] document, Func<string> describe)
    {
        try
        {
            SchemaReport report = schema.Report(document);
            DocumentVerdict verdict = schema.Check(document);
            // Whether time is over is not the same every time.
            if (report.Refusal is { Reason: RefusalReason.PatternTime } || (verdict is DocumentVerdict.Refused && report.Refusal is null))
            {
                return report;
            }
            Demand(verdict == report.Verdict, $"verdict {verdict}, report {report.Verdict}", describe);
            Demand(report.Verdict is DocumentVerdict.Invalid == report.ErrorCount > 0, "errors do not agree with the verdict", describe);
            Demand(report.Errors.Count == Math.Min(report.ErrorCount, schema.Limits.MaxErrors), "errors are not all listed", describe);
            Demand(schema.Check(Pieces(document)) == verdict, "a sequence of pieces is judged otherwise", describe);
            Demand(Write(report), "the list is not JSON", describe);
            return report;
        }
        catch (Exception exception) when (exception is not FuzzException)
        {
            throw new FuzzException($"A document made it throw {exception.GetType().Name}.", describe(), exception);
        }
    }

    public static void Demand(bool holds, string otherwise, Func<string> describe)
    {
        if (!holds)
        {
            throw new FuzzException(otherwise, describe());
        }
    }

    private static bool Write(SchemaReport report)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            report.WriteList(writer);
        }
        using JsonDocument list = JsonDocument.Parse(stream.GetBuffer().AsMemory(0, (int)stream.Length));
        return list.RootElement.GetProperty("valid").GetBoolean() == report.IsValid;
    }

    private static ReadOnlySequence<byte> Pieces(byte[] document)
    {
        int size = Math.Max(1, document.Length / 3);
        Piece first = new(default, 0);
        Piece last = first;
        for (int start = 0; start < document.Length; start += size)
        {
            last = last.Append(document.AsMemory(start, Math.Min(size, document.Length - start)));
        }
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, long start)
        {
            Memory = memory;
            RunningIndex = start;
        }

        public Piece Append(ReadOnlyMemory<byte> memory)
        {
            Piece next = new(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
