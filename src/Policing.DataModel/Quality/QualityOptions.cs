using Policing.DataModel.Completeness;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Quality;

/// <summary>What the quality of a record set is measured by. Immutable.</summary>
public sealed record QualityOptions
{
    /// <summary>The profiles of completeness. Default <see cref="CompletenessProfiles.Pole"/>.</summary>
    public CompletenessProfiles Profiles { get; init; } = CompletenessProfiles.Pole;

    /// <summary>
    /// Gives the true record of an id, where the caller has a reference set; null where it has none of this id. Default null: accuracy is then not measured,
    /// because nothing in a record says whether it is true. It is called by the thread that adds.
    /// </summary>
    public Func<RecordId, PoliceRecord?>? Reference { get; init; }

    /// <summary>What records that come without a validator's report are validated with; the default options when null.</summary>
    public PolicingValidator? Validator { get; init; }
}
