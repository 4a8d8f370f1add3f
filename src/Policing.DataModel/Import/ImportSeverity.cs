namespace Policing.DataModel.Import;

/// <summary>How much a finding of an import matters.</summary>
public enum ImportSeverity
{
    /// <summary>Worth knowing; nothing is wrong with the row.</summary>
    Information = 0,

    /// <summary>The row was imported, and something in it deserves a look.</summary>
    Warning = 1,

    /// <summary>The row, or the whole input, was not imported.</summary>
    Error = 2,
}
