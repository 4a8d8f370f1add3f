using System.Text.Json;
using System.Text.Unicode;
using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>Reads whole answers.</summary>
internal static class Answers
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads an answer that is one object.</summary>
    public static ReadAnswer<T> One<T>(ReadPart<T> read)
        where T : AnswerPart => (ReadOnlySpan<byte> utf8, TextPool pool, out int kept) =>
        {
            var reader = Begin(utf8, pool);
            if (reader.Token != JsonTokenType.StartObject)
                throw new AnswerFaultException(Explanations.OtherShape);
            var part = read(ref reader);
            kept = End(ref reader);
            return part;
        };

    /// <summary>Reads an answer that is a list of objects.</summary>
    public static ReadAnswer<ValueList<T>> Many<T>(ReadPart<T> read)
        where T : AnswerPart => (ReadOnlySpan<byte> utf8, TextPool pool, out int kept) =>
        {
            var reader = Begin(utf8, pool);
            if (reader.Token != JsonTokenType.StartArray || !reader.TryParts(read, out var parts))
                throw new AnswerFaultException(Explanations.OtherShape);
            kept = End(ref reader);
            return parts;
        };

    /// <summary>Reads an answer.</summary>
    /// <exception cref="AnswerFaultException">It cannot be read.</exception>
    public static T Read<T>(ReadAnswer<T> read, ReadOnlySpan<byte> body, TextPool pool, out int kept)
    {
        if (body.StartsWith(ByteOrderMark))
            body = body[ByteOrderMark.Length..];
        if (body.TrimStart(" \t\r\n"u8).IsEmpty)
            throw new AnswerFaultException(Explanations.Empty);
        if (!Utf8.IsValid(body))
            throw new AnswerFaultException(Explanations.NotInteroperable);
        try
        {
            return read(body, pool, out kept);
        }
        catch (JsonException)
        {
            throw new AnswerFaultException(Explanations.NotJson);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, met when a text was decoded.
            throw new AnswerFaultException(Explanations.NotInteroperable);
        }
    }

    private static AnswerReader Begin(ReadOnlySpan<byte> utf8, TextPool pool)
    {
        var reader = new AnswerReader(utf8, pool);
        reader.Read();
        return reader;
    }

    /// <summary>Nothing may follow but white space; the JSON reader throws at anything else.</summary>
    private static int End(ref AnswerReader reader)
    {
        reader.Read();
        return reader.KeptMembers;
    }
}
