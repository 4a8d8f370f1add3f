namespace Policing.Ethics.Audit;

/// <summary>What the audit log may be read for, and nothing else. Source: DPA 2018 s.62(4).</summary>
public enum AuditUse
{
    /// <summary>Not stated, which is also the default: refused.</summary>
    Unstated,

    /// <summary>To verify that processing is lawful.</summary>
    Lawfulness,

    /// <summary>To monitor oneself, with the conduct of internal disciplinary proceedings.</summary>
    SelfMonitoring,

    /// <summary>To ensure the integrity and security of personal data.</summary>
    Integrity,

    /// <summary>For criminal proceedings.</summary>
    CriminalProceedings,
}
