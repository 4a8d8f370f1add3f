using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Policing.PartnerHost;

/// <summary>Says at start what is not as it should be in production.</summary>
internal sealed partial class PartnerHostStart(PartnerParts parts, ILogger<PartnerHostStart> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (parts.Options.AllowBearerTokens) LogBearer(logger);
        if (parts.Options.Faults is not null) LogFaults(logger);
        if (parts.Store is InMemoryPartnerStore) LogMemory(logger);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(60, LogLevel.Warning, "Access tokens count that are not bound to a certificate: whoever copies one can use it.")]
    private static partial void LogBearer(ILogger logger);

    [LoggerMessage(61, LogLevel.Warning, "Faults are switched on: some answers are wrong on purpose.")]
    private static partial void LogFaults(ILogger logger);

    [LoggerMessage(62, LogLevel.Warning, "Records and disclosures are kept in memory and are gone when the process ends.")]
    private static partial void LogMemory(ILogger logger);
}
