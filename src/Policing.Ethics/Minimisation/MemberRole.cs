namespace Policing.Ethics.Minimisation;

/// <summary>Members that are more than data to the minimiser.</summary>
internal enum MemberRole
{
    None,

    /// <summary>Reasons why members have no value: written anew.</summary>
    Absent,

    /// <summary>Owners' own data, given by URI.</summary>
    Extensions,

    /// <summary>How a copy was made: written anew.</summary>
    View,

    /// <summary>The records of a bundle.</summary>
    Records,

    /// <summary>Markings of single members, given where the member is.</summary>
    Granular,

    /// <summary>The pointer of such a marking.</summary>
    Pointer,

    /// <summary>An extension's data.</summary>
    Data,
}
