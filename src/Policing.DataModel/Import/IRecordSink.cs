namespace Policing.DataModel.Import;

/// <summary>Takes the records of an import: a file, a database, a queue.</summary>
public interface IRecordSink
{
    /// <summary>Takes all records of one row, or throws and takes none of them.</summary>
    /// <param name="records">The records of one row, at least one. Valid until the returned task has ended.</param>
    /// <param name="cancellationToken">Ends the wait. After a cancellation none of the records may have been taken.</param>
    /// <returns>A task that ends when the records have been taken; best one that has ended already.</returns>
    ValueTask WriteAsync(ReadOnlyMemory<PoliceRecord> records, CancellationToken cancellationToken = default);

    /// <summary>Brings everything taken so far to where it belongs. Called once after the last row, also after a cancellation.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A task that ends when nothing is left in between.</returns>
    ValueTask FlushAsync(CancellationToken cancellationToken = default);
}
