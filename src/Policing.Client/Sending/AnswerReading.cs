using System.IO.Compression;
using System.Net.Http.Headers;

namespace Policing.Client;

/// <summary>Takes in the body of an answer, within its limit.</summary>
internal static class AnswerReading
{
    private const int MostOfAProblem = 64 << 10;

    /// <summary>Puts the whole body in place of the one that is still to come.</summary>
    /// <returns>False where it is over the limit or compressed in a way that was not offered.</returns>
    /// <exception cref="IOException">It broke off.</exception>
    /// <exception cref="InvalidDataException">It is compressed badly.</exception>
    public static async ValueTask<bool> TakeInAsync(HttpResponseMessage response, int most, CancellationToken cancellationToken)
    {
        HttpContent content = response.Content;
        int limit = response.IsSuccessStatusCode ? most : Math.Min(most, MostOfAProblem);
        string? coding = ValueOf(content.Headers, "Content-Encoding");
        long stated = content.Headers.ContentLength ?? 0;
        if (stated > limit) return false;
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            if (Decoded(stream, coding) is not { } plain) return false;
            if (await PooledContent.ReadAsync(plain, stated, limit, ValueOf(content.Headers, "Content-Type"), cancellationToken).ConfigureAwait(false) is not { } whole) return false;
            response.Content = whole;
            // A length that was stated is kept, or the answer was cut off.
            if (ReferenceEquals(plain, stream) && stated > whole.Bytes.Length) throw new IOException("The answer was cut off.");
        }
        content.Dispose();
        return true;
    }

    /// <summary>Whether a media type, parameters aside, is this one.</summary>
    public static bool IsMediaType(string? text, string wanted)
    {
        if (text is null) return false;
        ReadOnlySpan<char> type = text;
        int end = type.IndexOf(';');
        return (end < 0 ? type : type[..end]).Trim().Equals(wanted, StringComparison.OrdinalIgnoreCase);
    }

    // Unparsed: what is only compared need not be made.
    public static string? ValueOf(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out HeaderStringValues values) && values.Count == 1 ? values.ToString() : null;

    private static Stream? Decoded(Stream stream, string? coding) => coding switch
    {
        null or "" or "identity" => stream,
        "gzip" => new GZipStream(stream, CompressionMode.Decompress),
        _ => null,
    };
}
