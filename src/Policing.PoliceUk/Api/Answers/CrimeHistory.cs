using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>A crime and all outcomes that it has had.</summary>
/// <remarks>Route <c>outcomes-for-crime/{persistent_id}</c>. Source: data.police.uk/docs/method/outcomes-for-crime.</remarks>
public sealed record CrimeHistory : AnswerPart
{
    /// <summary>The crime, without its outcome status.</summary>
    public StreetCrime? Crime { get; init; }

    /// <summary>The outcomes, as the service orders them; their <see cref="StreetOutcome.Crime"/> is null.</summary>
    public ValueList<StreetOutcome> Outcomes { get; init; }
}
