using Policing.DataModel;

namespace Policing.Ethics;

/// <summary>A record that may be handed over, or none: because there is none, or because this context may not have it.</summary>
/// <param name="Record">The copy; null where there is none to be had.</param>
/// <param name="Entry">The audit entry, fresh in either case.</param>
/// <typeparam name="T">The type of the record.</typeparam>
public readonly record struct ReleasedRecord<T>(T? Record, AuditEntryId Entry)
    where T : PoliceRecord;
