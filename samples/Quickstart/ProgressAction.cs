using Policing.PoliceUk;

namespace Policing.Samples.Quickstart;

/// <summary>Progress that is shown at once, in order, where <see cref="Progress{T}"/> would post it to other threads.</summary>
internal sealed class ProgressAction(Action<ArchiveImportProgress> show) : IProgress<ArchiveImportProgress>
{
    public void Report(ArchiveImportProgress value) => show(value);
}
