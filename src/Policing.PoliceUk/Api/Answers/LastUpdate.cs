using Policing.DataModel;

namespace Policing.PoliceUk.Api;

/// <summary>When the crimes of the service were last updated.</summary>
/// <remarks>Route <c>crime-last-updated</c>. Source: data.police.uk/docs/method/crime-last-updated.</remarks>
public sealed record LastUpdate : AnswerPart
{
    /// <summary>The date; that it has a day does not mean that the data has.</summary>
    public PartialDateTime Date { get; init; }
}
