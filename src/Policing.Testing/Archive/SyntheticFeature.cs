namespace Policing.Testing;

/// <summary>
/// What a synthetic file holds that a reader has to cope with, and that its manifest counts. Rates are rows in every 500 rows of a file
/// when dirt is <see cref="SyntheticDirt.Realistic"/>, spread evenly, so a file of 500 rows or more has each kind that its columns allow. A
/// rejected row counts under its reason only.
/// </summary>
public enum SyntheticFeature
{
    /// <summary>
    /// Rejected: the row has more or fewer fields than the header. 2 in 500: one has a comma too many (as if a place name with a comma had
    /// not been quoted), one lacks its last two fields.
    /// </summary>
    WrongFieldCount,

    /// <summary>Rejected: the month is not a month (<c>2023-13</c>, <c>Mar-23</c>). Street and outcomes, 2 in 500.</summary>
    UnreadableMonth,

    /// <summary>Rejected: the file ends in the middle of this row, without a line end. One row in the whole archive.</summary>
    CutOff,

    /// <summary>The row equals an earlier row in every field. Street 5, outcomes 20, stops 10 in 500.</summary>
    ExactDuplicate,

    /// <summary>
    /// Coordinates are blank. In street and outcome files the location is then <c>No Location</c> and the LSOA blank. Street 18,
    /// outcomes 5, stops 45 in 500.
    /// </summary>
    NoLocation,

    /// <summary>The coordinates lie three degrees of latitude from the force. 2 or 3 in 500.</summary>
    FarAway,

    /// <summary>The row has no Crime ID, as all anti-social behaviour: street, 100 in 500, with or without dirt.</summary>
    WithoutCrimeId,

    /// <summary>
    /// Counts ids, not rows: a Crime ID that stands on two or three rows of the file with different outcomes and mostly different places.
    /// Street 5 in 500, one of them on three rows.
    /// </summary>
    SharedCrimeId,

    /// <summary>
    /// The words of earlier years: <c>Violent crime</c>; in stops the ethnicity with its code in brackets, an outcome such as
    /// <c>Nothing found - no further action</c>, and no object of search. Street 5, stops 15 in 500.
    /// </summary>
    OlderVocabulary,

    /// <summary>The street is in capital letters. Street and outcomes, 5 in 500.</summary>
    UpperCaseStreet,

    /// <summary>A field stands in quotes because it has a comma in it. 3 in 500.</summary>
    QuotedField,

    /// <summary>The crime type is in no list. Street, 1 in 500.</summary>
    UnlistedCrimeType,

    /// <summary>The booleans are written <c>0.0</c> and <c>1.0</c>. Stops, 10 in 500.</summary>
    NumericBoolean,

    /// <summary>
    /// The time is in the month before the file's: the month is counted in British time, the time stamp is in UTC. Stops, the first hour of
    /// April to October.
    /// </summary>
    TimeInPreviousMonth,

    /// <summary>
    /// The outcome's Crime ID is on no row of the archive: it belongs to a month before. Outcomes, 25 in 500, and all that are left when a
    /// file has more outcomes than there are crimes to have them.
    /// </summary>
    CrimeNotInArchive,

    /// <summary>The outcome's Crime ID stands on two or three rows of one street file. Outcomes, 5 in 500.</summary>
    OutcomeOfSharedCrimeId,

    /// <summary>A further outcome of a crime that has one in the same file. Outcomes, 5 in 500.</summary>
    SecondOutcome,
}
