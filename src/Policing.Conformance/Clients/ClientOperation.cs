namespace Policing.Conformance.Clients;

/// <summary>What a client of the partner API can be asked to do. <c>default</c> is <see cref="Read"/>.</summary>
public enum ClientOperation
{
    /// <summary>Read a record.</summary>
    Read,

    /// <summary>Create a record that is given.</summary>
    Create,

    /// <summary>Replace the version of a record that was read before by the record that is given.</summary>
    Replace,

    /// <summary>Read a record, set one member, and write it back.</summary>
    ChangeMember,

    /// <summary>Search for vehicles by their mark, and go through all matches.</summary>
    Search,

    /// <summary>Submit a bundle that is given.</summary>
    SubmitBundle,

    /// <summary>Retract a record.</summary>
    ChangeStatus,

    /// <summary>Read what has changed, up to now.</summary>
    FollowChanges,
}
