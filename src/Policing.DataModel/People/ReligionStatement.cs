using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A religion or belief, as stated.</summary>
[JsonConverter(typeof(ReligionStatementConverter))]
public sealed record ReligionStatement : RecordPart
{
    /// <summary>The religion or belief.</summary>
    [Sensitive]
    public Religion? Religion { get; init; }

    /// <summary>In the person's own words.</summary>
    [Sensitive]
    public string? SelfDescribed { get; init; }

    /// <summary>Who observed it, when, and how sure it is.</summary>
    [Operational]
    public Observation? Observed { get; init; }
}
