using Policing.DataModel;

namespace Policing.Ethics;

/// <summary>Put a coarser or other value in the place of members, in the copy that the caller gets.</summary>
public sealed record Redact() : Obligation(Name)
{
    internal const string Name = "redact";

    /// <summary>The redactor, by the name that it is registered under.</summary>
    public required string Redactor { get; init; }

    /// <summary>Members of these data classes.</summary>
    public RecordClasses Classes { get; init; }

    /// <summary>Members by their path from the record, as on the wire: <c>ethnicity</c>, <c>names/surname</c>.</summary>
    public ValueList<string> Members { get; init; }

    /// <summary>What is redacted, and how.</summary>
    public override string ToString() => $"{Kind} {PolicyNames.Of(PolicyNames.Classes, Classes)} {string.Join(", ", Members)}".TrimEnd() + $" by {Redactor}";
}
