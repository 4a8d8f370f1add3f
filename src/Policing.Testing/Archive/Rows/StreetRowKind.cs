namespace Policing.Testing;

/// <summary>What a row of a street file is; the names follow <see cref="SyntheticFeature"/>.</summary>
internal enum StreetRowKind
{
    Crime,
    AntiSocialBehaviour,
    DuplicateCrime,
    DuplicateAntiSocialBehaviour,
    SharedId,
    SharedIdAgain,
    NoLocation,
    FarAway,
    OlderVocabulary,
    UpperCaseStreet,
    QuotedField,
    UnlistedCrimeType,
    ExtraField,
    MissingFields,
    MonthOutOfRange,
    MonthOfSpreadsheet,
}
