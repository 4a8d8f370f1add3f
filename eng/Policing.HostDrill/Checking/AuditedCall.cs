namespace Policing.HostDrill.Checking;

/// <summary>What the core of an entry says that the drill needs.</summary>
internal sealed record AuditedCall(string Id, string Kind, string? Operation, string? Purpose, Guid? Correlation);
