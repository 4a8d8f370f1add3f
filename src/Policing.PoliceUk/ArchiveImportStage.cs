namespace Policing.PoliceUk;

/// <summary>What an import is doing.</summary>
public enum ArchiveImportStage
{
    /// <summary>Looking at an input's header and first rows, before anything is imported.</summary>
    Looking = 0,

    /// <summary>Reading an input's rows and writing its records.</summary>
    Importing = 1,

    /// <summary>Reading the records back and checking them.</summary>
    Checking = 2,
}
