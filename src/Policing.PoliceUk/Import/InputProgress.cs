using Policing.DataModel.Import;

namespace Policing.PoliceUk.Import;

/// <summary>Passes on the progress of one input as that of the whole import.</summary>
internal sealed class InputProgress(IProgress<ArchiveImportProgress> progress, int input, int done, int inputs) : IProgress<RowImportProgress>
{
    private RowImportProgress _rows;

    public void Report(RowImportProgress value)
    {
        _rows = value;
        progress.Report(new(ArchiveImportStage.Importing, input, done, inputs, value));
    }

    public void BeginCheck() => progress.Report(new(ArchiveImportStage.Checking, input, done, inputs, _rows));
}
