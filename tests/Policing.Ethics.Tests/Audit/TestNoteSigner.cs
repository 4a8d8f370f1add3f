using System.Buffers.Binary;
using System.Text;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Tests.Audit;

/// <summary>Signs notes, or cosigns checkpoints, with an Ed25519 key of tests.</summary>
internal sealed class TestNoteSigner : INoteSigner
{
    private readonly byte[] _seed;
    private readonly ulong? _seconds;

    private TestNoteSigner(string name, NoteKeyType type, byte[] seed, ulong? seconds)
    {
        _seed = seed;
        _seconds = seconds;
        Key = VerifierKey.Of(name, type, TestEd25519.PublicKey(seed));
    }

    public VerifierKey Key { get; }

    public string KeyName => Key.KeyName;

    public uint KeyId => Key.KeyId;

    public INoteVerifier Verifier => Key.ToVerifier(new TestEd25519());

    public static TestNoteSigner Log(string name, byte[]? seed = null) => new(name, NoteKeyType.Ed25519, seed ?? Seed(name), null);

    public static TestNoteSigner Witness(string name, ulong seconds = 1_700_000_000) => new(name, NoteKeyType.CosignatureV1, Seed(name), seconds);

    public ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        if (_seconds is not ulong seconds) return new(TestEd25519.Sign(_seed, text.Span));
        byte[] time = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(time, seconds);
        return new((byte[])[.. time, .. TestEd25519.Sign(_seed, Cosignature.Message(seconds, text.Span))]);
    }

    private static byte[] Seed(string name) => System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(name));
}
