namespace Policing.Ethics.Audit;

/// <summary>The three levels of assurance, from the weakest.</summary>
public enum AssuranceKind
{
    /// <summary>Nobody else saw the log; also the default.</summary>
    Unwitnessed,

    /// <summary>A checkpoint is kept elsewhere, and the log still holds what it says.</summary>
    Pinned,

    /// <summary>Witnesses of others saw the log and signed.</summary>
    Witnessed,
}
