using Policing.DataModel;
using Policing.Ethics;

namespace Policing.PartnerHost;

/// <summary>A record that was considered for a caller: what was asked, what was decided, and the copy that may be shown; null where none may.</summary>
internal sealed record ConsideredRecord(PoliceRecord Record, AccessRequest Reading, AccessDecision Decision, PoliceRecord? Copy)
{
    /// <summary>The name of the type; never what is in it.</summary>
    public override string ToString() => nameof(ConsideredRecord);
}
