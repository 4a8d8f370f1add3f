using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Policing.Ethics.Audit;

/// <summary>The cosignature of a witness below a checkpoint, C2SP tlog-cosignature v1: when it looked, and its Ed25519 signature.</summary>
/// <remarks>Immutable. <c>default</c> is of 1970 and has no signature.</remarks>
public readonly struct Cosignature
{
    private const int SignatureBytes = 64;
    private const int Bytes = sizeof(ulong) + SignatureBytes;
    private readonly byte[]? _signature;

    private Cosignature(ulong seconds, byte[] signature)
    {
        Seconds = seconds;
        _signature = signature;
    }

    /// <summary>When the witness signed, in seconds since 1970 in UTC; at most 2^63 - 1.</summary>
    public ulong Seconds { get; }

    /// <summary>The Ed25519 signature, 64 bytes.</summary>
    public ReadOnlyMemory<byte> Signature => _signature;

    /// <summary>Reads what stands in a <see cref="NoteSignature"/> of a witness.</summary>
    /// <param name="bytes">72 bytes.</param>
    /// <param name="cosignature">The cosignature; <c>default</c> where it is none.</param>
    /// <returns>Whether it is one. It is not verified here.</returns>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out Cosignature cosignature)
    {
        cosignature = default;
        if (bytes.Length != Bytes) return false;
        ulong seconds = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        if (seconds > long.MaxValue) return false;
        cosignature = new(seconds, bytes[sizeof(ulong)..].ToArray());
        return true;
    }

    /// <summary>What a witness signs.</summary>
    /// <param name="seconds">When, in seconds since 1970 in UTC.</param>
    /// <param name="text">The text of the checkpoint in UTF-8, with its last end of line.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is beyond 2^63 - 1.</exception>
    public static byte[] Message(ulong seconds, ReadOnlySpan<byte> text)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seconds, (ulong)long.MaxValue);
        string head = string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {seconds}\n");
        return [.. Encoding.ASCII.GetBytes(head), .. text];
    }

    internal byte[] Message(ReadOnlySpan<byte> text) => Message(Seconds, text);
}
