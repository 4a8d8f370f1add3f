namespace Policing.DataModel.Validation;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Information,

    /// <summary>Probably wrong, or incomplete; the record can be used.</summary>
    Warning,

    /// <summary>Wrong: the record does not meet the contract.</summary>
    Error,
}
