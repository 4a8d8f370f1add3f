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

    /// <summary>Members of the record by name, as on the wire.</summary>
    public ValueList<string> Members { get; init; }

    /// <summary>What is redacted, and how.</summary>
    public override string ToString() => $"{Kind} {PolicyNames.Of(PolicyNames.Classes, Classes)} {string.Join(", ", Members)}".TrimEnd() + $" by {Redactor}";
}
