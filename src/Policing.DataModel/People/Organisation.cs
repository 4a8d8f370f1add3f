using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>A business, charity, authority or other body that is not a police agency of the register.</summary>
[JsonConverter(typeof(OrganisationConverter))]
public sealed record Organisation() : PoliceRecord("organisation")
{
    /// <summary>What kind of body it is.</summary>
    [Operational]
    public OrganisationKind? Kind { get; init; }

    /// <summary>The names, the preferred one first. Source: POLE DS_012.</summary>
    [Operational]
    public ValueList<OrganisationName> Names { get; init; }

    /// <summary>Identifiers in other registers.</summary>
    [Operational]
    public ValueList<OrganisationIdentifier> Identifiers { get; init; }

    /// <summary>What it does.</summary>
    [Operational]
    public string? Activity { get; init; }

    /// <summary>The country under whose law it was formed.</summary>
    [Operational]
    public Country? Country { get; init; }

    /// <summary>When it was formed or opened.</summary>
    [Operational]
    public PartialDateTime FormedAt { get; init; }

    /// <summary>When it was dissolved or closed.</summary>
    [Operational]
    public PartialDateTime CeasedAt { get; init; }

    /// <summary>Warnings and needs.</summary>
    [VulnerableOrProtected]
    public ValueList<Marker> Markers { get; init; }
}
