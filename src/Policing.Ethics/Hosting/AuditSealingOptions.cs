using Policing.Ethics.Audit;

namespace Policing.Ethics;

/// <summary>By whom and how often a host has its audit log seen.</summary>
public sealed class AuditSealingOptions
{
    /// <summary>How often the witnesses are asked, and the pin is moved; a minute unless told, from a second to a day.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The limits of asking.</summary>
    public WitnessClientOptions Witnesses { get; set; } = new();

    internal WitnessPolicy? Policy { get; set; }

    internal string? PinFile { get; set; }
}
