using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>A month that the service has data of.</summary>
/// <remarks>Route <c>crimes-street-dates</c>, newest month first. Source: data.police.uk/docs/method/crimes-street-dates.</remarks>
public sealed record AvailableMonth : AnswerPart
{
    /// <summary>The month.</summary>
    public PartialDateTime Month { get; init; }

    /// <summary>The month to ask with; <c>default</c> where <see cref="Month"/> is none.</summary>
    public DataMonth DataMonth => DataMonth.Of(Month);

    /// <summary>The ids of the forces that gave stops of this month.</summary>
    public ValueList<string> StopAndSearchForces { get; init; }
}
