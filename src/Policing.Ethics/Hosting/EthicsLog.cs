using Microsoft.Extensions.Logging;
using Policing.Ethics.Audit;

namespace Policing.Ethics;

/// <summary>What this package logs: rules, outcomes and ids of entries, and never a person's data. In one class, since the generator writes several in any order.</summary>
internal static partial class EthicsLog
{
    [LoggerMessage(1, LogLevel.Warning, "Access refused. {Reason}. Audit entry {Entry}.")]
    public static partial void Refused(ILogger logger, string reason, AuditEntryId entry);

    [LoggerMessage(2, LogLevel.Debug, "Access permitted. {Reason}. Audit entry {Entry}.")]
    public static partial void Permitted(ILogger logger, string reason, AuditEntryId entry);

    [LoggerMessage(3, LogLevel.Warning, "Access in an emergency. {Reason}. Audit entry {Entry}.")]
    public static partial void Emergency(ILogger logger, string reason, AuditEntryId entry);

    [LoggerMessage(4, LogLevel.Warning, "Shadow mode: it would be refused. {Reason}. Audit entry {Entry}.")]
    public static partial void ShadowRefusal(ILogger logger, string reason, AuditEntryId entry);

    [LoggerMessage(5, LogLevel.Error, "The decision point failed with {Exception}; the access is refused.")]
    public static partial void DecisionFailed(ILogger logger, string exception);

    [LoggerMessage(6, LogLevel.Error, "The audit log failed with {Exception}; the access is refused.")]
    public static partial void AuditFailed(ILogger logger, string exception);

    [LoggerMessage(10, LogLevel.Error, "The handler of {Obligation} failed with {Exception}.")]
    public static partial void HandlerFailed(ILogger logger, string obligation, string exception);

    [LoggerMessage(20, LogLevel.Information, "Development: {Role} would be notified of {Correlation}.")]
    public static partial void WouldNotify(ILogger logger, string role, Guid correlation);

    [LoggerMessage(21, LogLevel.Information, "Development: {Role} would have to review {Correlation} by {DueBy}.")]
    public static partial void WouldReview(ILogger logger, string role, DateTimeOffset dueBy, Guid correlation);

    [LoggerMessage(30, LogLevel.Information, "Policy set {Id} {Version} is loaded, {Hash}.")]
    public static partial void PolicyLoaded(ILogger logger, string id, string version, string hash);

    [LoggerMessage(31, LogLevel.Warning, "Policy set {Id} is in shadow mode until {Until}: what it refuses is written down and let pass.")]
    public static partial void ShadowMode(ILogger logger, string id, DateTimeOffset until);

    [LoggerMessage(32, LogLevel.Warning, "Development: the audit log, the notifier or the review queue is a stand-in that keeps nothing.")]
    public static partial void StandIn(ILogger logger);

    [LoggerMessage(33, LogLevel.Debug, "Decisions are made {Transport}.")]
    public static partial void Decides(ILogger logger, DecisionTransport transport);

    [LoggerMessage(34, LogLevel.Information, "The audit log is {Origin}: {Settings}. It is {Level}: it {Meaning}.")]
    public static partial void AuditLog(ILogger logger, string origin, string settings, AssuranceLevel level, string meaning);

    [LoggerMessage(40, LogLevel.Information, "The audit log is {Level} now: it {Meaning}.")]
    public static partial void LevelNow(ILogger logger, AssuranceLevel level, string meaning);

    [LoggerMessage(41, LogLevel.Warning, "Witness {Witness} did not sign the audit log: {Outcome}.")]
    public static partial void NotWitnessed(ILogger logger, string witness, WitnessOutcome outcome);

    [LoggerMessage(42, LogLevel.Error, "The audit log is not what its pin says: {Outcome}.")]
    public static partial void NotAsPinned(ILogger logger, PinOutcome outcome);

    [LoggerMessage(43, LogLevel.Warning, "The audit log could not be witnessed or pinned this time: {Fault}.")]
    public static partial void NotSealed(ILogger logger, string fault);

    [LoggerMessage(44, LogLevel.Critical, "A witness or the pin knows the audit log otherwise than it is: it was cut, put back or written anew. Run the check.")]
    public static partial void Contradicted(ILogger logger);
}
