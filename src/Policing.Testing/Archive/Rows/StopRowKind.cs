namespace Policing.Testing;

/// <summary>What a row of a stop-and-search file is; the names follow <see cref="SyntheticFeature"/>.</summary>
internal enum StopRowKind
{
    Stop,
    ExactDuplicate,
    NoLocation,
    FarAway,
    OlderVocabulary,
    NumericBoolean,
    QuotedField,
    ExtraField,
    MissingFields,
}
