namespace Policing.Ethics.Audit;

/// <summary>A log did not do what was asked, and nothing of it is stored. The message names the fault and what to do, never what is in an entry.</summary>
public sealed class AuditLogException : Exception
{
    internal AuditLogException(AuditLogFault fault, string? more = null, Exception? inner = null)
        : base(more is null ? Words(fault) : $"{Words(fault)} {more}", inner) => Fault = fault;

    /// <summary>What is wrong.</summary>
    public AuditLogFault Fault { get; }

    private static string Words(AuditLogFault fault) => fault switch
    {
        AuditLogFault.StoreFull => "The store of the audit log is full: make room.",
        AuditLogFault.ReadOnly => "The store of the audit log cannot be written: give this process the right to write it and its folder.",
        AuditLogFault.UnsafeSettings => "The store of the audit log may lose what it calls durable.",
        AuditLogFault.Damaged => "The store of the audit log is damaged, or is none: run the check.",
        AuditLogFault.OtherLog => "The store is the log of another origin.",
        AuditLogFault.RolledBack => "The audit log has fewer entries than it has signed for or shown: an old copy was put back, or entries were cut off. Run the check.",
        AuditLogFault.Forked => "The entries of the audit log are not those that it signed for. Run the check.",
        AuditLogFault.BufferFull => "Too many audit entries wait to be stored.",
        AuditLogFault.TooLong => "An audit entry is longer than a log keeps.",
        AuditLogFault.NotSigned => "No checkpoint could be signed.",
        AuditLogFault.OtherKey => "The keys that were given are not those that the audit log signs with: give those, and exchange them with RotateKeyAsync.",
        AuditLogFault.NoSuchEntry => "There is no such entry.",
        AuditLogFault.NotTwoPeople => "An erasure needs two different people, one who asks and one who approves.",
        AuditLogFault.NoAuthority => "An erasure needs its authority in 3 to 250 characters.",
        AuditLogFault.TooYoung => "Details may not be erased before the minimum retention is over.",
        AuditLogFault.NoDetails => "An entry has no details to erase.",
        AuditLogFault.Closed => "The audit log is closed.",
        _ => "The store of the audit log is not available.",
    };
}
