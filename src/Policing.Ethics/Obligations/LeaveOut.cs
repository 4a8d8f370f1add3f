using Policing.DataModel;

namespace Policing.Ethics;

/// <summary>Leave members out of the copy that the caller gets; where they stood, <c>absent</c> says <c>withheld</c>.</summary>
public sealed record LeaveOut() : Obligation(Name)
{
    internal const string Name = "leave-out";

    /// <summary>Members of these data classes.</summary>
    public RecordClasses Classes { get; init; }

    /// <summary>Members by their path from the record, as on the wire: <c>ethnicity</c>, <c>names/surname</c>.</summary>
    public ValueList<string> Members { get; init; }

    /// <summary>What is left out.</summary>
    public override string ToString() => $"{Kind} {PolicyNames.Of(PolicyNames.Classes, Classes)} {string.Join(", ", Members)}".TrimEnd();
}
