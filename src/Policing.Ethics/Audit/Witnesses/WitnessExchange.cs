using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Policing.Ethics.Audit;

/// <summary>One question to one witness, and what its answer means.</summary>
internal static class WitnessExchange
{
    private const string SizeMediaType = "text/x.tlog.size";
    private const int MostAnswerBytes = 64 * 1024;

    public static async Task<WitnessAnswer> SendAsync(HttpClient http, AskedWitness witness, WitnessQuestion question, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, witness.AddCheckpoint) { Content = new ByteArrayContent(question.ToUtf8()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("text/plain") { CharSet = "utf-8" };
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        return response.StatusCode switch
        {
            HttpStatusCode.OK => Cosigned(witness, question.Note, await BodyAsync(response, cancellationToken).ConfigureAwait(false)),
            HttpStatusCode.Conflict => Elsewhere(witness, response, await BodyAsync(response, cancellationToken).ConfigureAwait(false)),
            HttpStatusCode.UnprocessableEntity => witness.Answer(WitnessOutcome.Inconsistent, question.OldSize),
            HttpStatusCode.NotFound => witness.Answer(WitnessOutcome.UnknownLog),
            HttpStatusCode.Forbidden => witness.Answer(WitnessOutcome.UnknownKey),
            _ => witness.Answer(WitnessOutcome.UnexpectedStatus),
        };
    }

    // As the specification proposes: behind the text, the lines are the signatures of a note.
    private static WitnessAnswer Cosigned(AskedWitness witness, SignedNote note, byte[]? body)
    {
        if (body is null) return witness.Answer(WitnessOutcome.TooLong);
        byte[] whole = [.. note.TextBytes.Span, (byte)'\n', .. body];
        if (SignedNote.TryParse(whole, out SignedNote? signed) != NoteFault.None || signed!.Text != note.Text) return witness.Answer(WitnessOutcome.Malformed);
        NoteVerification verification = signed.Verify([witness.Verifier]);
        return verification.IsVerified
            ? witness.Answer(WitnessOutcome.Cosigned) with { Cosignature = verification.Verified[0] }
            : witness.Answer(WitnessOutcome.NotItsKey);
    }

    private static WitnessAnswer Elsewhere(AskedWitness witness, HttpResponseMessage response, byte[]? body)
    {
        if (body is null) return witness.Answer(WitnessOutcome.TooLong);
        string text = Encoding.Latin1.GetString(body);
        bool isSize = response.Content.Headers.ContentType?.MediaType == SizeMediaType && text.EndsWith('\n');
        return isSize && Whole.TryParse(text.AsSpan(0, text.Length - 1), out ulong size) ? witness.Answer(WitnessOutcome.Busy, size) : witness.Answer(WitnessOutcome.Malformed);
    }

    // Null for a body beyond the limit.
    private static async Task<byte[]?> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            byte[] bytes = new byte[MostAnswerBytes + 1];
            int length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return length > MostAnswerBytes ? null : bytes[..length];
        }
    }
}
