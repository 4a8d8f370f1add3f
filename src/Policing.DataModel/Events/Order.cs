using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Policing.DataModel.Codes;
using Policing.DataModel.DataClasses;
using Policing.DataModel.Json;

namespace Policing.DataModel;

/// <summary>An order of a court, or a notice of an officer, that binds a person. Whom it binds and protects are links.</summary>
[Experimental("PSDK0001")]
[JsonConverter(typeof(OrderConverter))]
public sealed record Order() : PoliceRecord("order")
{
    /// <summary>What kind of order it is. Source: the Acts that create them.</summary>
    [CriminalAllegation]
    public OrderType? Kind { get; init; }

    /// <summary>Whether it is an interim one.</summary>
    [CriminalAllegation]
    public bool? Interim { get; init; }

    /// <summary>When it was made.</summary>
    [CriminalAllegation]
    public PartialDateTime MadeAt { get; init; }

    /// <summary>The court that made it.</summary>
    [Public]
    public Agency? Court { get; init; }

    /// <summary>The officer who issued it, for a notice.</summary>
    [Officer]
    public OfficerReference? IssuedBy { get; init; }

    /// <summary>The provision under which it was made.</summary>
    [Public]
    public string? Legislation { get; init; }

    /// <summary>Since when it holds.</summary>
    [CriminalAllegation]
    public PartialDateTime From { get; init; }

    /// <summary>Until when it holds.</summary>
    [CriminalAllegation]
    public PartialDateTime To { get; init; }

    /// <summary>Whether it holds until further order.</summary>
    [CriminalAllegation]
    public bool? Indefinite { get; init; }

    /// <summary>What it requires and forbids.</summary>
    [CriminalAllegation]
    public ValueList<Condition> Conditions { get; init; }

    /// <summary>Whether a power of arrest is attached.</summary>
    [CriminalAllegation]
    public bool? PowerOfArrest { get; init; }

    /// <summary>When it was served.</summary>
    [CriminalAllegation]
    public PartialDateTime ServedAt { get; init; }

    /// <summary>Who served it.</summary>
    [Officer]
    public OfficerReference? ServedBy { get; init; }

    /// <summary>When it was last varied.</summary>
    [CriminalAllegation]
    public PartialDateTime VariedAt { get; init; }

    /// <summary>When it was discharged.</summary>
    [CriminalAllegation]
    public PartialDateTime DischargedAt { get; init; }

    /// <summary>The breaches reported.</summary>
    [CriminalAllegation]
    public ValueList<Breach> Breaches { get; init; }
}
