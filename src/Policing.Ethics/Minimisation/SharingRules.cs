using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;

namespace Policing.Ethics.Minimisation;

/// <summary>What a view says of a record type, its paths resolved.</summary>
internal sealed record SharingRules(PathTree Listed, PathTree Except, DataClassification[] Classes, byte[][] Extensions)
{
    /// <summary>Every extension is given.</summary>
    public bool AnyExtension { get; init; }

    /// <summary>The redactors of data classes.</summary>
    public IReadOnlyDictionary<DataClassification, Redactor> OfClasses { get; init; } = new Dictionary<DataClassification, Redactor>();
}
