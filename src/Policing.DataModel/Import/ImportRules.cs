using Policing.DataModel.Validation;
namespace Policing.DataModel.Import;

/// <summary>The rules that every row import and every table reader of the SDK can report. An id is never used for another meaning.</summary>
public static class ImportRules
{
    private const string Clause = "docs/import.md";

    /// <summary>The mapping threw an exception.</summary>
    public static FindingRule MappingFailed { get; } = Error(
        "PSDK-IMP-0001",
        "The mapping failed on this row.",
        "Run the mapping on this row of the rejects file; the finding names the type of the exception.");

    /// <summary>The mapping neither made a record nor rejected the row.</summary>
    public static FindingRule NoRecord { get; } = Error(
        "PSDK-IMP-0002",
        "The mapping made no record of this row and gave no reason.",
        "Let the mapping add a record, or reject the row with a rule of its own.");

    /// <summary>The row has fewer fields than the header.</summary>
    public static FindingRule TooFewFields { get; } = Error(
        "PSDK-IMP-0003",
        "The row has fewer fields than the header, as in a file that was cut off.",
        "Get the file again if this is its last row; otherwise mend the row.");

    /// <summary>The row has more fields than the header.</summary>
    public static FindingRule TooManyFields { get; } = Error(
        "PSDK-IMP-0004",
        "The row has more fields than the header.",
        "Put a field that holds a comma in double quotes.");

    /// <summary>A quoted field is not closed, or text follows its closing quote.</summary>
    public static FindingRule Quoting { get; } = Error(
        "PSDK-IMP-0005",
        "A quoted field is not closed, or text follows its closing quote.",
        "Double each quote inside a quoted field, and close the field before the next comma or line end.");

    /// <summary>The row holds bytes that are not UTF-8.</summary>
    public static FindingRule NotUtf8 { get; } = Error(
        "PSDK-IMP-0006",
        "The row holds bytes that are not UTF-8.",
        "Save the file as UTF-8.");

    /// <summary>The row holds a NUL, or a carriage return that does not end the line.</summary>
    public static FindingRule ControlCharacter { get; } = Error(
        "PSDK-IMP-0007",
        "The row holds a NUL character, or a carriage return that does not end the line.",
        "Export the file again as plain text with line ends LF or CRLF.");

    /// <summary>The line is longer than the limit; only its beginning is kept.</summary>
    public static FindingRule LineTooLong { get; } = Error(
        "PSDK-IMP-0008",
        "The line is longer than the limit; only its beginning is kept.",
        "Check that the file is a table with line ends, or raise the limit.");

    /// <summary>The input does not exist or may not be opened.</summary>
    public static FindingRule CannotOpen { get; } = Error(
        "PSDK-IMP-0101",
        "The input does not exist or may not be opened.",
        "Check the path and your right to read it.");

    /// <summary>The input is of a kind that is not read.</summary>
    public static FindingRule UnsupportedInput { get; } = Error(
        "PSDK-IMP-0102",
        "The input is of a kind that is not read.",
        "Give a .csv, a .csv.gz, a .zip, or a folder that holds them.");

    /// <summary>The input is empty.</summary>
    public static FindingRule EmptyInput { get; } = Error(
        "PSDK-IMP-0103",
        "The input is empty.",
        "Get the file again.");

    /// <summary>The header does not have the columns of any table that is read.</summary>
    public static FindingRule WrongHeader { get; } = Error(
        "PSDK-IMP-0104",
        "The header does not have the columns of any table that is read.",
        "Compare the first line of the file with the columns in the documentation; the separator is a comma.");

    /// <summary>The header has a column twice.</summary>
    public static FindingRule RepeatedColumn { get; } = Error(
        "PSDK-IMP-0105",
        "The header names a column that is read twice.",
        "Remove one of the two columns.");

    /// <summary>The input is UTF-16 text.</summary>
    public static FindingRule Utf16 { get; } = Error(
        "PSDK-IMP-0106",
        "The input is UTF-16 text.",
        "Save the file as UTF-8.");

    /// <summary>The input has the name of compressed data, but is not.</summary>
    public static FindingRule NotGzip { get; } = Error(
        "PSDK-IMP-0107",
        "The input is named .gz and is not gzip data.",
        "Give the file its right name, or get it again.");

    /// <summary>The compressed data is damaged or ends early.</summary>
    public static FindingRule DamagedData { get; } = Error(
        "PSDK-IMP-0108",
        "The compressed data is damaged or ends early.",
        "Get the file again.");

    /// <summary>The data is larger after decompression than the limit.</summary>
    public static FindingRule OutputLimit { get; } = Error(
        "PSDK-IMP-0109",
        "The data is larger after decompression than the limit.",
        "Decompress the file yourself if you trust it, or raise the limit.");

    /// <summary>The data grows more by decompression than the limit.</summary>
    public static FindingRule RatioLimit { get; } = Error(
        "PSDK-IMP-0110",
        "The data grows more by decompression than the limit, as a decompression bomb does.",
        "Decompress the file yourself if you trust it, or raise the limit.");

    /// <summary>The input is named .zip and cannot be read as one.</summary>
    public static FindingRule NotZip { get; } = Error(
        "PSDK-IMP-0111",
        "The input is named .zip and cannot be read as a zip archive.",
        "Get the file again.");

    /// <summary>The zip archive has more entries than the limit.</summary>
    public static FindingRule TooManyEntries { get; } = Error(
        "PSDK-IMP-0112",
        "The zip archive has more entries than the limit.",
        "Unpack the archive yourself if you trust it, or raise the limit.");

    /// <summary>The entry of the zip archive is itself an archive.</summary>
    public static FindingRule NestedArchive { get; } = Error(
        "PSDK-IMP-0113",
        "The entry of the zip archive is itself compressed or an archive.",
        "Unpack the outer archive and give the inner one.");

    /// <summary>The entry of the zip archive is encrypted.</summary>
    public static FindingRule EncryptedEntry { get; } = Error(
        "PSDK-IMP-0114",
        "The entry of the zip archive is encrypted.",
        "Decrypt the archive first.");

    /// <summary>Reading stopped with an error of the file system or the device.</summary>
    public static FindingRule ReadFailed { get; } = Error(
        "PSDK-IMP-0115",
        "Reading stopped with an error of the file system or the device.",
        "Try again from a copy of the file.");

    /// <summary>The header has a column without a name, such as an index that a tool put first. It is not read.</summary>
    public static FindingRule UnnamedColumn { get; } = Information(
        "PSDK-IMP-0201",
        "The header has a column without a name, such as an index that a tool added. It is not read.",
        "Nothing to do if the column is only an index.");

    /// <summary>The header has a column that is not known here. It is not read.</summary>
    public static FindingRule UnknownColumn { get; } = new(
        "PSDK-IMP-0202",
        Severity.Warning,
        "The header has a column that is not known here. It is not read.",
        Clause,
        "Check whether the publisher has added a column.");

    /// <summary>The header lacks a column that the earliest files do not have either. Its fields are read as blank.</summary>
    public static FindingRule AbsentColumn { get; } = new(
        "PSDK-IMP-0203",
        Severity.Warning,
        "The header lacks a column that the earliest files do not have either. Its fields are read as blank.",
        Clause,
        "Nothing to do for an early file; otherwise check whether the column was renamed or removed.");

    /// <summary>All rules of this class, in the order of their ids.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        MappingFailed, NoRecord, TooFewFields, TooManyFields, Quoting, NotUtf8, ControlCharacter, LineTooLong,
        CannotOpen, UnsupportedInput, EmptyInput, WrongHeader, RepeatedColumn, Utf16, NotGzip, DamagedData, OutputLimit,
        RatioLimit, NotZip, TooManyEntries, NestedArchive, EncryptedEntry, ReadFailed,
        UnnamedColumn, UnknownColumn, AbsentColumn,
    ];

    private static FindingRule Error(string id, string text, string hint) => new(id, Severity.Error, text, Clause, hint);

    private static FindingRule Information(string id, string text, string hint) => new(id, Severity.Information, text, Clause, hint);
}
