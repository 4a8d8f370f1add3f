using Microsoft.Extensions.Compliance.Classification;

namespace Policing.Ethics.Minimisation;

/// <summary>What a view says of a record type, its paths resolved.</summary>
internal sealed record SharingRules(PathTree Listed, PathTree Except, DataClassification[] Classes, byte[][] Extensions);
