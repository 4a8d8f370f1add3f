using Microsoft.Extensions.Logging;

namespace Policing.PartnerHost;

/// <summary>What the host logs, and never a person's data. In one class, since the generator writes several in any order.</summary>
internal static partial class HostLog
{
    [LoggerMessage(60, LogLevel.Warning, "Access tokens count that are not bound to a certificate: whoever copies one can use it.")]
    public static partial void Bearer(ILogger logger);

    [LoggerMessage(61, LogLevel.Warning, "Faults are switched on: some answers are wrong on purpose.")]
    public static partial void Faults(ILogger logger);

    [LoggerMessage(62, LogLevel.Warning, "Records and disclosures are kept in memory and are gone when the process ends.")]
    public static partial void Memory(ILogger logger);

    [LoggerMessage(63, LogLevel.Error, "A call failed with {Exception}. Correlation {Correlation}.")]
    public static partial void Failed(ILogger logger, string exception, Guid correlation);
}
