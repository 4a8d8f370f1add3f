using Policing.DataModel.Validation;

namespace Policing.PoliceUk.Mapping;

/// <summary>The rules of the mapping of data.police.uk to the model. An id is never used for another meaning.</summary>
/// <remarks>What happens to each column: docs/mapping-data-police-uk.md. Rules of reading the rows are in <see cref="DataModel.Import.ImportRules"/>.</remarks>
public static class PoliceUkRules
{
    private const string Clause = "docs/mapping-data-police-uk.md";

    /// <summary>Rejected: the month is blank or is not a month.</summary>
    public static FindingRule UnreadableMonth { get; } = Error(
        "PSDK-PUK-0001",
        "The month is blank or is not a month written YYYY-MM.",
        "Mend the month and import the row again.");

    /// <summary>Rejected: the coordinates are not decimal degrees, or only one is given.</summary>
    public static FindingRule UnreadableCoordinates { get; } = Error(
        "PSDK-PUK-0002",
        "A coordinate is not a decimal number, or stands without the other.",
        "Mend the coordinates, or blank both where there is no location.");

    /// <summary>Rejected: there is no crime type, so it is not known what the row is.</summary>
    public static FindingRule NoCrimeType { get; } = Error(
        "PSDK-PUK-0003",
        "The crime type is blank, so it is not known what the row is about.",
        "Fill in the crime type.");

    /// <summary>Rejected: there is no outcome type in a row of an outcomes file.</summary>
    public static FindingRule NoOutcomeType { get; } = Error(
        "PSDK-PUK-0004",
        "The outcome type is blank, so the row says nothing.",
        "Fill in the outcome type.");

    /// <summary>Rejected: the model has no place for an outcome of anti-social behaviour in a street file.</summary>
    public static FindingRule OutcomeOfAntiSocialBehaviour { get; } = Error(
        "PSDK-PUK-0005",
        "Anti-social behaviour stands with an outcome, for which its record has no member.",
        "Check the crime type; otherwise blank the outcome.");

    /// <summary>Rejected: a boolean column has another text than those known.</summary>
    public static FindingRule UnreadableBoolean { get; } = Error(
        "PSDK-PUK-0006",
        "The value is none of True, False, 1.0, 0.0, 1, 0 and blank.",
        "Write True, False, or nothing where it is not known.");

    /// <summary>Rejected: a field is longer than a record may carry.</summary>
    public static FindingRule FieldTooLong { get; } = Error(
        "PSDK-PUK-0007",
        "The field is longer than 16,000 characters, which no column of the archive is.",
        "Check the quotes of the row.");

    /// <summary>The crime type is in no list; its words are kept.</summary>
    public static FindingRule UnlistedCrimeType { get; } = Warning(
        "PSDK-PUK-0101",
        "The crime type is in no list; its words are kept in place of a code.",
        "Add a mapping of these words by an overlay of the list crime-category, and import again.");

    /// <summary>The outcome is in no list; its words are kept.</summary>
    public static FindingRule UnlistedOutcome { get; } = Warning(
        "PSDK-PUK-0102",
        "The outcome is in no list; its words are kept in place of a code.",
        "Add a mapping of these words by an overlay of the list outcome-category or stop-search-outcome, and import again.");

    /// <summary>Another coded column of a stop has words that are in no list; they are kept.</summary>
    public static FindingRule UnlistedWords { get; } = Warning(
        "PSDK-PUK-0103",
        "The words of this column are in no list; they are kept in place of a code.",
        "Add a mapping of these words by an overlay of the column's list, and import again.");

    /// <summary>The force is not in the register; its name is kept.</summary>
    public static FindingRule UnknownForce { get; } = Warning(
        "PSDK-PUK-0104",
        "The force is not in the register of agencies; its name is kept without an id.",
        "Check the spelling, or add an alias by an overlay of the list agencies.");

    /// <summary>Neither the row nor the file's name says which force gave the data, so the record has no controller.</summary>
    public static FindingRule NoForce { get; } = Warning(
        "PSDK-PUK-0105",
        "It is not known which force gave the data, so the records of this row name no controller.",
        "Give the file its name of the archive, YYYY-MM-force-stop-and-search.csv, with the force's slug.");

    /// <summary>The row has no location: blank coordinates, and no place in words.</summary>
    public static FindingRule NoLocation { get; } = Information(
        "PSDK-PUK-0106",
        "The row has no location, so there is no location record and no link to one.",
        "Nothing to do: the publisher gives none.");

    /// <summary>The place has words but no coordinates.</summary>
    public static FindingRule NoPoint { get; } = Information(
        "PSDK-PUK-0107",
        "The place is described, but has no coordinates; none are invented.",
        "Nothing to do.");

    /// <summary>The place lies far from the others of its file.</summary>
    public static FindingRule FarAway { get; } = Warning(
        "PSDK-PUK-0108",
        "The place lies more than two degrees of latitude or three and a half of longitude from the places with which the file begins.",
        "Leave such places out of maps and rates of the force; the record is kept as it was published.");

    /// <summary>Another row of the file has the same key.</summary>
    public static FindingRule RepeatedRow { get; } = Information(
        "PSDK-PUK-0109",
        "An earlier row of the file has the same Crime ID, month, type and place; each row is a record of its own.",
        "Decide for your purpose whether such rows count once or more than once; the archive does not say.");

    /// <summary>Several crimes of the run have this outcome's Crime ID.</summary>
    public static FindingRule SeveralCrimes { get; } = Warning(
        "PSDK-PUK-0110",
        "Several crimes of this run have the Crime ID of this outcome, so it is linked to the id and to none of them.",
        "Nothing to do: the archive does not say which crime is meant.");

    /// <summary>An outcome without a Crime ID cannot be linked to a crime or a place.</summary>
    public static FindingRule OutcomeOfNothing { get; } = Warning(
        "PSDK-PUK-0111",
        "The outcome has no Crime ID, so it is linked to no crime, and its place to no event.",
        "Get the file again; the outcomes of the archive have one.");

    /// <summary>The date of a stop is blank or not a date; what stands there is kept.</summary>
    public static FindingRule UnreadableStopTime { get; } = Warning(
        "PSDK-PUK-0112",
        "The date of the stop is blank or is not a date; what stands there is kept.",
        "Write it as in 2019-02-01T00:10:00+00:00, or the date alone.");

    /// <summary>The API does not say which force gave a crime, so the record has no controller.</summary>
    public static FindingRule NoForceInAnswer { get; } = Information(
        "PSDK-PUK-0113",
        "The answer does not say which force gave the data, so the records of this element name no controller.",
        "Ask by force where that matters, or take the archive, which names it.");

    /// <summary>An element of an answer has members for which the model has no place.</summary>
    public static FindingRule MembersNotMapped { get; } = Information(
        "PSDK-PUK-0114",
        "The element has members for which the model has no place; they are not in its records.",
        "Take them from the answer, where they are kept.");

    /// <summary>All rules of this class, in the order of their ids.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        UnreadableMonth, UnreadableCoordinates, NoCrimeType, NoOutcomeType, OutcomeOfAntiSocialBehaviour, UnreadableBoolean, FieldTooLong,
        UnlistedCrimeType, UnlistedOutcome, UnlistedWords, UnknownForce, NoForce, NoLocation, NoPoint, FarAway, RepeatedRow, SeveralCrimes,
        OutcomeOfNothing, UnreadableStopTime, NoForceInAnswer, MembersNotMapped,
    ];

    private static FindingRule Error(string id, string text, string hint) => new(id, Severity.Error, text, Clause, hint);

    private static FindingRule Warning(string id, string text, string hint) => new(id, Severity.Warning, text, Clause, hint);

    private static FindingRule Information(string id, string text, string hint) => new(id, Severity.Information, text, Clause, hint);
}
