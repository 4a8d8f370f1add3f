namespace Policing.Conformance.Requirements;

/// <summary>How much a requirement binds, in the words of RFC 2119. <c>default</c> is <see cref="Must"/>.</summary>
public enum RequirementLevel
{
    /// <summary>Who breaks it does not conform.</summary>
    Must,

    /// <summary>Who breaks it has a reason, or a fault; it is listed and does not decide.</summary>
    Should,

    /// <summary>Worth knowing; it never decides.</summary>
    May,
}
