namespace Policing.PoliceUk;

/// <summary>How far the records that an import has written are checked.</summary>
public enum ArchiveImportCheck
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>Each record by itself, read back from the file, in flat memory.</summary>
    Records = 1,

    /// <summary>Besides, the rules over each file: no id twice, and every link's ends there. It keeps some 30 bytes a record of one file.</summary>
    RecordsAndLinks = 2,
}
