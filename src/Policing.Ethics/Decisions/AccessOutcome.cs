namespace Policing.Ethics;

/// <summary>What was decided. Only <see cref="Permitted"/> grants.</summary>
public enum AccessOutcome
{
    /// <summary>Refused; also the default.</summary>
    Denied,

    /// <summary>Permitted, if every obligation is carried out.</summary>
    Permitted,
}
