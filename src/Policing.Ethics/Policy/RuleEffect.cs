namespace Policing.Ethics;

/// <summary>What a rule does where it applies.</summary>
public enum RuleEffect
{
    /// <summary>Refuses, whatever else permits; also the default.</summary>
    Forbid,

    /// <summary>Permits, unless something forbids.</summary>
    Permit,

    /// <summary>Neither: adds its obligations to what is permitted.</summary>
    Oblige,
}
