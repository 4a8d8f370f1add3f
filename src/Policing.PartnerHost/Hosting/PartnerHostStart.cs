using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Policing.PartnerHost;

/// <summary>Says at start what is not as it should be in production.</summary>
internal sealed class PartnerHostStart(PartnerParts parts, ILogger<PartnerHostStart> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (parts.Options.AllowBearerTokens) HostLog.Bearer(logger);
        if (parts.Options.Faults is not null) HostLog.Faults(logger);
        if (parts.Store is InMemoryPartnerStore) HostLog.Memory(logger);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
