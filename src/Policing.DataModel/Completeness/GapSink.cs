namespace Policing.DataModel.Completeness;

/// <summary>Takes what the profiles say of the records of a set, record by record and profile by profile.</summary>
internal abstract class GapSink
{
    /// <summary>A profile applies to the record at this place; its gaps follow.</summary>
    public abstract void Enter(long place, int group, CompletenessProfile profile);

    /// <summary>How the record entered last stands to one thing that is asked for.</summary>
    public abstract void Take(CompletenessGap gap, GapState state);
}
