namespace Policing.Testing;

/// <summary>What a row of an outcomes file is; the names follow <see cref="SyntheticFeature"/>.</summary>
internal enum OutcomeRowKind
{
    Outcome,
    ExactDuplicate,
    CrimeNotInArchive,
    OutcomeOfSharedCrimeId,
    SecondOutcome,
    NoLocation,
    FarAway,
    UpperCaseStreet,
    QuotedField,
    ExtraField,
    MissingFields,
    MonthOutOfRange,
    MonthOfSpreadsheet,
}
