namespace Policing.DataModel.Import;

/// <summary>An import was cancelled. <see cref="Report"/> says what had been done; no row was written by half.</summary>
public sealed class RowImportCancelledException : OperationCanceledException
{
    internal RowImportCancelledException(RowImportReport report, CancellationToken cancellationToken)
        : base("The import was cancelled.", cancellationToken) => Report = report;

    /// <summary>What had been done when the import ended.</summary>
    public RowImportReport Report { get; }
}
