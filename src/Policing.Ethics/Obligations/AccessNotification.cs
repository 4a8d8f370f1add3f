using Policing.DataModel;

namespace Policing.Ethics;

/// <summary>What somebody is told of an access. It names nobody: who and why stands in the audit entry with this correlation.</summary>
public sealed record AccessNotification
{
    /// <summary>Who is told: a role of the agency.</summary>
    public required string Role { get; init; }

    /// <summary>The correlation of the context.</summary>
    public required Guid Correlation { get; init; }

    /// <summary>True for an access in an emergency.</summary>
    public bool IsEmergency { get; init; }

    /// <summary>True for an access that was refused.</summary>
    public bool IsRefusal { get; init; }

    /// <summary>What was done, or was to be done.</summary>
    public AccessOperation Operation { get; init; }

    /// <summary>The type of the records.</summary>
    public string? RecordType { get; init; }

    /// <summary>The rules that decided.</summary>
    public ValueList<string> Rules { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset Time { get; init; }
}
