using Policing.DataModel;

namespace Policing.Ethics;

/// <summary>Carries out obligations that change data (<see cref="LeaveOut"/>, <see cref="Redact"/>), on a copy of a typed record.</summary>
/// <remarks>Implementations are thread-safe, never change the record that they are given, and throw where they cannot carry something out in full: then the access is refused.</remarks>
public interface IRecordObligationHandler
{
    /// <summary>Whether this handler carries out the obligation on any record. Asked before anything runs.</summary>
    bool Handles(Obligation obligation);

    /// <summary>The copy that may be handed over.</summary>
    /// <param name="record">The record.</param>
    /// <param name="obligations">Those that this handler said it handles.</param>
    /// <param name="decision">The decision, whose hash the copy's <c>view</c> names.</param>
    /// <param name="context">The context, which says what sensitive processing rests on.</param>
    PoliceRecord Apply(PoliceRecord record, ValueList<Obligation> obligations, AccessDecision decision, AccessContext context);
}
