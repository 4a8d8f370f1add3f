using System.IO.Compression;

namespace Policing.Testing;

/// <summary>Puts bodies that break, drip or burst in place of good ones.</summary>
internal static class FaultyContent
{
    public static void Apply(PartnerFault fault, HttpResponseMessage response, TimeProvider time)
    {
        switch (fault.Kind)
        {
            case PartnerFaultKind.CutOff:
                Replace(response, new BreakingStream(Body(response), TimeSpan.Zero, time, breaks: true));
                break;
            case PartnerFaultKind.SlowDrip:
                Replace(response, new BreakingStream(Body(response), fault.Time, time, breaks: false));
                break;
            case PartnerFaultKind.WrongMediaType:
                response.Content.Headers.Remove("Content-Type");
                response.Content.Headers.TryAddWithoutValidation("Content-Type", "text/html; charset=utf-8");
                break;
            case PartnerFaultKind.Oversize:
                Replace(response, new MemoryStream(new byte[fault.Amount]));
                break;
            case PartnerFaultKind.CompressedBomb:
                Replace(response, new MemoryStream(Compressed(fault.Amount)));
                response.Content.Headers.TryAddWithoutValidation("Content-Encoding", "gzip");
                break;
            default:
                break;
        }
    }

    private static byte[] Body(HttpResponseMessage response)
    {
        using MemoryStream copy = new();
        response.Content.CopyTo(copy, null, CancellationToken.None);
        return copy.ToArray();
    }

    // Of unknown length, as bodies that come in pieces are.
    private static void Replace(HttpResponseMessage response, Stream body)
    {
        string? type = response.Content.Headers.ContentType?.ToString();
        response.Content = new UnknownLengthContent(body);
        if (type is not null) response.Content.Headers.TryAddWithoutValidation("Content-Type", type);
    }

    private static byte[] Compressed(int length)
    {
        using MemoryStream output = new();
        using (GZipStream gzip = new(output, CompressionLevel.SmallestSize))
        {
            byte[] block = new byte[64 << 10];
            for (int left = length; left > 0; left -= block.Length) gzip.Write(block, 0, Math.Min(left, block.Length));
        }
        return output.ToArray();
    }
}
