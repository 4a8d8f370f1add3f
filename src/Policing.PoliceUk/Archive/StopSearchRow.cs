using System.Runtime.InteropServices;

namespace Policing.PoliceUk.Archive;

/// <summary>A row of a stop-and-search file, its columns as text. Immutable.</summary>
/// <remarks>Source: data.police.uk/about. <c>default</c> is a row of blank columns. Its text form names the type alone.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly struct StopSearchRow
{
    /// <summary>The data row's number in its file, from 1; rows that could not be read count too.</summary>
    public long RowNumber { get; init; }

    /// <summary>Column <c>Type</c>. Person search, Vehicle search, or Person and Vehicle search.</summary>
    public string Type
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Column <c>Date</c>. Date and time, such as <c>2019-02-01T00:10:00+00:00</c>; some forces give the date only.</summary>
    public string Date
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Column <c>Part of a policing operation</c>. Whether it was part of an operation: <c>True</c>, <c>False</c>, <c>1.0</c>, <c>0.0</c> or blank.</summary>
    public string PartOfPolicingOperation
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Column <c>Policing operation</c>. The operation's name; nearly always blank.</summary>
    public string PolicingOperation
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Column <c>Latitude</c>. The latitude of the anonymised point as printed; often blank.</summary>
    public string Latitude
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Column <c>Longitude</c>. The longitude of the anonymised point as printed; often blank.</summary>
    public string Longitude
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Column <c>Gender</c>. The gender as recorded.</summary>
    public string Gender
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Column <c>Age range</c>. The age range, such as <c>18-24</c>.</summary>
    public string AgeRange
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Column <c>Self-defined ethnicity</c>. The ethnicity that the person gave.</summary>
    public string SelfDefinedEthnicity
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Column <c>Officer-defined ethnicity</c>. The ethnicity that the officer saw.</summary>
    public string OfficerDefinedEthnicity
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Column <c>Legislation</c>. The power that was used.</summary>
    public string Legislation
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Column <c>Object of search</c>. What was looked for.</summary>
    public string ObjectOfSearch
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Column <c>Outcome</c>. The outcome by its name; the vocabulary changed over the years.</summary>
    public string Outcome
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Column <c>Outcome linked to object of search</c>. Whether the outcome had to do with what was looked for: as the operation column, or blank.</summary>
    public string OutcomeLinkedToObjectOfSearch
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Column <c>Removal of more than just outer clothing</c>. Whether more than outer clothing was removed: as the operation column, or blank.</summary>
    public string RemovalOfMoreThanOuterClothing
    {
        get => field ?? string.Empty;
        init;
    }

    internal static StopSearchRow Of(TableRow row) => new()
    {
        RowNumber = row.Number,
        Type = row.Repeated(0),
        Date = row.Own(1),
        PartOfPolicingOperation = row.Repeated(2),
        PolicingOperation = row.Repeated(3),
        Latitude = row.Repeated(4),
        Longitude = row.Repeated(5),
        Gender = row.Repeated(6),
        AgeRange = row.Repeated(7),
        SelfDefinedEthnicity = row.Repeated(8),
        OfficerDefinedEthnicity = row.Repeated(9),
        Legislation = row.Repeated(10),
        ObjectOfSearch = row.Repeated(11),
        Outcome = row.Repeated(12),
        OutcomeLinkedToObjectOfSearch = row.Repeated(13),
        RemovalOfMoreThanOuterClothing = row.Repeated(14),
    };
}
