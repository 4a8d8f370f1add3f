using Policing.DataModel.Import;

namespace Policing.PoliceUk.Archive;

/// <summary>
/// Lets a zip archive read only so much of its file while it lists its entries: the list is held in memory whole, whatever number of
/// entries the file claims to have.
/// </summary>
internal sealed class DirectoryReadLimit(FileStream file, long bytes) : ReadOnlyStream
{
    private long _left = bytes;

    public override bool CanSeek => true;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => file.Position = value;
    }

    /// <summary>The entries are listed; from now on reading is free.</summary>
    public void Lift() => _left = long.MaxValue;

    public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

    public override int Read(Span<byte> buffer)
    {
        var read = file.Read(buffer);
        Spend(read);
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await file.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Spend(read);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }

    private void Spend(int read)
    {
        if (_left == long.MaxValue)
            return;
        _left -= read;
        if (_left < 0)
            throw new InputFaultException(ImportRules.TooManyEntries);
    }
}
