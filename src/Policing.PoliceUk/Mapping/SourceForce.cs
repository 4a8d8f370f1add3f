using Policing.DataModel;

namespace Policing.PoliceUk.Mapping;

/// <summary>The force that a name in the source stands for.</summary>
internal sealed class SourceForce
{
    /// <summary>No force is named.</summary>
    public static SourceForce None { get; } = new(agency: null, isKnown: false, hasArea: false);

    public SourceForce(Agency? agency, bool isKnown, bool hasArea)
    {
        Agency = agency;
        IsKnown = isKnown;
        HasArea = hasArea;
        Controllers = agency is null ? default : [agency];
    }

    public Agency? Agency { get; }

    /// <summary>The same as the controllers of a record.</summary>
    public ValueList<Agency> Controllers { get; }

    /// <summary>Whether the register has it.</summary>
    public bool IsKnown { get; }

    /// <summary>Whether it has an area of its own, outside of which a place is odd.</summary>
    public bool HasArea { get; }
}
