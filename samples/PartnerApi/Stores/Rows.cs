namespace Policing.Samples.Partner.Stores;

/// <summary>Which version of a record is the latest. A write changes it on condition of the one before.</summary>
internal sealed class HeadRow
{
    public required string Tenant { get; set; }

    public required Guid Id { get; set; }

    public required string Type { get; set; }

    public required long Revision { get; set; }
}

/// <summary>A version of a record.</summary>
internal sealed class VersionRow
{
    public required string Tenant { get; set; }

    public required Guid Id { get; set; }

    public required long Revision { get; set; }

    public required string Type { get; set; }

    public required byte[] Content { get; set; }

    public required long StoredAt { get; set; }
}

/// <summary>A key that finds a record.</summary>
internal sealed class KeyRow
{
    public required string Tenant { get; set; }

    public required string Type { get; set; }

    public required string Key { get; set; }

    public required Guid Id { get; set; }
}

/// <summary>A change, in the sequence of its tenant.</summary>
internal sealed class ChangeRow
{
    public required string Tenant { get; set; }

    public required long Sequence { get; set; }

    public required Guid Id { get; set; }

    public required string Type { get; set; }

    public required int Kind { get; set; }

    public required long Time { get; set; }

    /// <summary>The agencies that are told, as scheme and id, one a line.</summary>
    public required string Notified { get; set; }
}

/// <summary>The last change of a tenant. Whoever writes holds this row, so that sequences have no gap that fills later.</summary>
internal sealed class CounterRow
{
    public required string Tenant { get; set; }

    public required long Last { get; set; }
}

/// <summary>What came of a request that was sent under a key.</summary>
internal sealed class OutcomeRow
{
    public required string Tenant { get; set; }

    public required string Client { get; set; }

    public required string Key { get; set; }

    public required string Digest { get; set; }

    public required int Status { get; set; }

    public required Guid Resource { get; set; }

    public required long? Expires { get; set; }
}

/// <summary>An agency that was given a record.</summary>
internal sealed class DisclosureRow
{
    public required string Tenant { get; set; }

    public required Guid Id { get; set; }

    public required string Scheme { get; set; }

    public required string Agency { get; set; }
}
