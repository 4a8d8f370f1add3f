using Policing.DataModel;
using Policing.DataModel.Json;

namespace Policing.PartnerHost;

/// <summary>What a host of the partner API goes by. What has no safe default must be set, or the host does not start.</summary>
public sealed class PartnerHostOptions
{
    /// <summary>The agency whose records these are, and which takes bundles in. Required.</summary>
    public Agency? Agency { get; set; }

    /// <summary>Live or test. Required.</summary>
    public PartnerEnvironment Environment { get; set; }

    /// <summary>
    /// The key that cursors and the digests of searches are authenticated with; 32 random bytes at least, the same on every instance, and a secret. Required, but in the
    /// Development environment, where one is made that ends with the process.
    /// </summary>
    public ReadOnlyMemory<byte> CursorKey { get; set; }

    /// <summary>The claim that has the tenant; <c>tenant</c> unless told.</summary>
    public string TenantClaim { get; set; } = "tenant";

    /// <summary>The tenant of every caller, for a host that has one only; null, the default, for that of the token.</summary>
    public string? OnlyTenant { get; set; }

    /// <summary>The claim that has the scopes, one or several with spaces between; <c>scope</c> unless told.</summary>
    public string ScopeClaim { get; set; } = "scope";

    /// <summary>
    /// Whether tokens that are not bound to the certificate of the connection (RFC 8705) count beyond loopback; false unless told. Where it is true the host warns at start.
    /// </summary>
    public bool AllowBearerTokens { get; set; }

    /// <summary>Whether anybody may read the hashes of the audit log; false unless told: then it takes the scope <c>audit.verify</c>.</summary>
    public bool OpenAuditSurface { get; set; }

    /// <summary>What is accepted at most.</summary>
    public JsonLimits Limits { get; set; } = JsonLimits.Default;

    /// <summary>How long the outcome of a request with an <c>Idempotency-Key</c> is kept; 24 hours unless told.</summary>
    public TimeSpan KeepOutcomes { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long the cursor of a search is taken back; 24 hours unless told. Then it is <c>cursor-expired</c>.</summary>
    public TimeSpan SearchCursorsLast { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// How long a cursor of the change feed is taken back; 30 days unless told. Each page and event gives a fresh one, so it ends for who has not come for that long, and who then has to compare
    /// what he holds.
    /// </summary>
    public TimeSpan ChangeCursorsLast { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// How many calls each client may make; null, the default, for as many as it likes: what partners have agreed on the package cannot know. A call too many is answered 429 <c>rate-limited</c>
    /// with <c>Retry-After</c>. Calls without a valid token are not counted: they are for what stands before the host.
    /// </summary>
    public PartnerRateLimit? RateLimit { get; set; }

    /// <summary>How often a stream of changes is decided on anew; 5 minutes unless told, and at most.</summary>
    public TimeSpan DecideStreamsEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a stream looks for changes that another process stored; 2 seconds unless told, at most 30.</summary>
    public TimeSpan LookForChangesEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>What goes wrong on purpose, for tests of callers; null, the default, for nothing. Refused where <see cref="Environment"/> is live.</summary>
    public PartnerFaults? Faults { get; set; }
}
