namespace Policing.DataModel.Completeness;

/// <summary>How a record stands to one thing that a profile asks for.</summary>
internal enum GapState
{
    /// <summary>It is not asked of this record.</summary>
    NotAsked,

    /// <summary>It is there.</summary>
    Met,

    /// <summary>It is not there, and the record gives the reason under 'absent'.</summary>
    Explained,

    /// <summary>It is not there.</summary>
    Missing,
}
