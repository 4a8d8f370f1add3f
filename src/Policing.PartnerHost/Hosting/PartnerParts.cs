using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Policing.DataModel;
using Policing.DataModel.Validation;
using Policing.Ethics;
using Policing.Ethics.AspNetCore;
using Policing.Ethics.Audit;

namespace Policing.PartnerHost;

/// <summary>What every call works with.</summary>
internal sealed class PartnerParts(IServiceProvider provider, IOptions<PartnerHostOptions> options)
{
    private readonly Lazy<CodeListFiles> _codeLists = new(CodeListFiles.Load);

    public PartnerHostOptions Options { get; } = options.Value;

    public IPartnerStore Store { get; } = provider.GetRequiredService<IPartnerStore>();

    public IDisclosureRegister Register { get; } = provider.GetRequiredService<IDisclosureRegister>();

    public AccessGate Gate { get; } = provider.GetRequiredService<AccessGate>();

    public AccessContextSource Contexts { get; } = provider.GetRequiredService<AccessContextSource>();

    public EthicsHttpOptions HttpOptions { get; } = provider.GetRequiredService<IOptions<EthicsHttpOptions>>().Value;

    public IAuditSurface? AuditSurface { get; } = provider.GetService<IAuditSurface>() ?? (provider.GetService<AuditLog>() is { } log ? new AuditLogSurface(log) : null);

    public TimeProvider Time { get; } = provider.GetRequiredService<TimeProvider>();

    public ILogger Logger { get; } = provider.GetRequiredService<ILoggerFactory>().CreateLogger("Policing.PartnerHost");

    public CursorSeal Cursors { get; } = new(options.Value.CursorKey, provider.GetRequiredService<TimeProvider>());

    public StandIn StandIn { get; } = new(options.Value.Agency!);

    public ChangeSignal Signal { get; } = new();

    public RunningKeys Running { get; } = new();

    public CallerRates? Rates { get; } = options.Value.RateLimit is { } limit ? new(limit, provider.GetRequiredService<TimeProvider>()) : null;

    public CodeListFiles CodeLists => _codeLists.Value;

    public PolicingValidator Validator { get; } = new(new ValidationOptions { Limits = options.Value.Limits, Time = provider.GetRequiredService<TimeProvider>() });

    /// <summary>What rules see of the environment.</summary>
    public ValueList<string> Facts { get; } = options.Value.Environment is PartnerEnvironment.Test ? ["synthetic"] : default;
}
