namespace Policing.Ethics;

/// <summary>What a caller may know of a refusal. It tells nothing of rules, nor whether a record is there.</summary>
public enum RefusalCode
{
    /// <summary>Not refused; also the default.</summary>
    None,

    /// <summary>There is no purpose, or what came with it is incomplete: the caller can mend it.</summary>
    PurposeRequired,

    /// <summary>Not permitted.</summary>
    NotPermitted,

    /// <summary>Could not be decided, recorded or carried out now: trying again may help.</summary>
    Unavailable,
}
