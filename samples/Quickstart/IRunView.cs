using Policing.PoliceUk;

namespace Policing.Samples.Quickstart;

/// <summary>Shows a run: on a terminal, or as plain lines where the output goes into a file or another program.</summary>
internal interface IRunView
{
    /// <summary>Shows a sentence.</summary>
    void Say(string sentence);

    /// <summary>Runs the import and shows how far it is.</summary>
    Task<ArchiveImportReport> RunAsync(Func<IProgress<ArchiveImportProgress>, Task<ArchiveImportReport>> import);

    /// <summary>Shows what was done.</summary>
    void Show(Summary summary);
}
