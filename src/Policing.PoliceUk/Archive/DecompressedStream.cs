using Policing.DataModel.Import;

namespace Policing.PoliceUk.Archive;

/// <summary>What a decompressor gives, within the budgets, and checked against the length and check sum that a zip directory promised.</summary>
internal sealed class DecompressedStream(Stream decompressor, OutputBudget[] budgets, long? expectedLength = null, uint? expectedCrc = null)
    : ReadOnlyStream
{
    private long _length;
    private Crc32 _crc;

    public override int Read(Span<byte> buffer)
    {
        var read = decompressor.Read(buffer);
        Take(buffer[..read], ended: read == 0 && buffer.Length > 0);
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await decompressor.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Take(buffer.Span[..read], ended: read == 0 && buffer.Length > 0);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            decompressor.Dispose();
        base.Dispose(disposing);
    }

    private void Take(ReadOnlySpan<byte> bytes, bool ended)
    {
        foreach (var budget in budgets)
            budget.Spend(bytes.Length);
        _length += bytes.Length;
        if (expectedCrc is not null)
            _crc.Append(bytes);
        if (ended && ((expectedLength is { } length && length != _length) || (expectedCrc is { } crc && crc != _crc.Value)))
            throw new InputFaultException(ImportRules.DamagedData);
    }
}
