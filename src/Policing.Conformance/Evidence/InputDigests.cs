using Policing.Conformance.Running;

namespace Policing.Conformance.Evidence;

/// <summary>Takes the digests of inputs while they are judged, so that what is signed is about the very bytes that were read. For one run; not thread-safe.</summary>
public sealed class InputDigests
{
    private readonly SortedDictionary<int, InputDigest> _all = [];

    /// <summary>The digests so far, by number.</summary>
    public IReadOnlyList<InputDigest> All => [.. _all.Values];

    /// <summary>The same inputs, which leave their digests here when they have been read.</summary>
    /// <param name="inputs">The inputs.</param>
    public IEnumerable<ConformanceInput> Over(IEnumerable<ConformanceInput> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.Select(Watched);
    }

    /// <summary>The digest of a whole file, such as one with codes of the product's own.</summary>
    /// <param name="number">Its number among its like, from 1.</param>
    /// <param name="content">What is in it.</param>
    public static InputDigest Of(int number, ReadOnlySpan<byte> content) => new(number, content.Length, DigestingStream.Text(System.Security.Cryptography.SHA256.HashData(content)));

    private ConformanceInput Watched(ConformanceInput input) => input with { OpenAsync = cancellationToken => OpenAsync(input, cancellationToken) };

    private async ValueTask<(Stream Stream, bool IsLines)> OpenAsync(ConformanceInput input, CancellationToken cancellationToken)
    {
        (Stream stream, bool isLines) = await input.OpenAsync(cancellationToken).ConfigureAwait(false);
        return (new DigestingStream(stream, (length, digest) => _all[input.Number] = new(input.Number, length, digest)), isLines);
    }
}
