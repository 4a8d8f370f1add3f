using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using Policing.DataModel;

namespace Policing.PoliceUk.Mapping;

/// <summary>
/// Derives many ids at once: what <see cref="RecordId.Derive"/> gives for each, in about a quarter of the time. Eight SHA-1 run side by side, one in each
/// lane of a vector; the platform's takes a call into another library for each. Used again; not thread-safe.
/// </summary>
/// <remarks>Source: FIPS 180-4 (SHA-1), RFC 9562 5.5 (version 5). Nothing rests on the strength of the hash.</remarks>
internal sealed class DerivedIds
{
    private const int Lanes = 8;
    private const int BlockLength = 64;

    // The byte that ends a message, and its length in bits.
    private const int Ending = 1 + sizeof(ulong);

    private readonly byte[] _prefix;
    private readonly List<(int Start, int Blocks)> _messages = [];
    private byte[] _bytes = new byte[32 << 10];
    private int _length;
    private RecordId[] _ids = [];

    public DerivedIds()
    {
        // As RecordId.Derive begins: its namespace, the system, a zero.
        _prefix = [.. RecordId.Namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(KeyText.System), 0];
    }

    /// <summary>Adds a key; its id comes at the same place of <see cref="Compute"/>.</summary>
    public void Add(ReadOnlySpan<char> key)
    {
        var most = _prefix.Length + Encoding.UTF8.GetMaxByteCount(key.Length) + Ending + BlockLength;
        if (_bytes.Length - _length < most)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + most));
        var start = _length;
        var message = _bytes.AsSpan(start);
        _prefix.CopyTo(message);
        var length = _prefix.Length + Encoding.UTF8.GetBytes(key, message[_prefix.Length..]);
        var blocks = (length + Ending + BlockLength - 1) / BlockLength;
        message[length] = 0x80;
        message[(length + 1)..(blocks * BlockLength)].Clear();
        BinaryPrimitives.WriteUInt64BigEndian(message[((blocks * BlockLength) - sizeof(ulong))..], (ulong)length * 8);
        _messages.Add((start, blocks));
        _length += blocks * BlockLength;
    }

    /// <summary>The ids of the keys that were added since, in their order. They stand until the next call.</summary>
    public ReadOnlySpan<RecordId> Compute()
    {
        var count = _messages.Count;
        if (_ids.Length < count)
            _ids = new RecordId[count];
        var messages = CollectionsMarshal.AsSpan(_messages);
        for (var i = 0; i < count; i += Lanes)
            ComputeLanes(messages.Slice(i, Math.Min(Lanes, count - i)), _ids.AsSpan(i));
        _messages.Clear();
        _length = 0;
        return _ids.AsSpan(0, count);
    }

    private void ComputeLanes(ReadOnlySpan<(int Start, int Blocks)> messages, Span<RecordId> ids)
    {
        var state = Sha1State.First;
        Span<Vector256<uint>> words = stackalloc Vector256<uint>[16];
        var most = 0;
        foreach (var (_, blocks) in messages)
            most = Math.Max(most, blocks);
        for (var block = 0; block < most; block++)
        {
            Load(messages, block, words);
            state = state.After(words);
            for (var lane = 0; lane < messages.Length; lane++)
            {
                if (messages[lane].Blocks == block + 1)
                    ids[lane] = Id(state, lane);
            }
        }
    }

    /// <summary>Word for word the same block of each message; of one that has ended whatever, since its id is taken.</summary>
    private void Load(ReadOnlySpan<(int Start, int Blocks)> messages, int block, Span<Vector256<uint>> words)
    {
        Span<int> starts = stackalloc int[Lanes];
        for (var lane = 0; lane < Lanes; lane++)
        {
            var (start, blocks) = messages[Math.Min(lane, messages.Length - 1)];
            starts[lane] = start + (Math.Min(block, blocks - 1) * BlockLength);
        }

        ReadOnlySpan<byte> bytes = _bytes;
        for (var word = 0; word < words.Length; word++)
        {
            var at = word * sizeof(uint);
            words[word] = Vector256.Create(
                Word(bytes, starts[0] + at), Word(bytes, starts[1] + at), Word(bytes, starts[2] + at), Word(bytes, starts[3] + at),
                Word(bytes, starts[4] + at), Word(bytes, starts[5] + at), Word(bytes, starts[6] + at), Word(bytes, starts[7] + at));
        }
    }

    private static uint Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

    private static RecordId Id(in Sha1State state, int lane)
    {
        Span<byte> hash = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32BigEndian(hash, state.A.GetElement(lane));
        BinaryPrimitives.WriteUInt32BigEndian(hash[4..], state.B.GetElement(lane));
        BinaryPrimitives.WriteUInt32BigEndian(hash[8..], state.C.GetElement(lane));
        BinaryPrimitives.WriteUInt32BigEndian(hash[12..], state.D.GetElement(lane));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return RecordId.FromUuid(new Guid(hash, bigEndian: true));
    }
}
