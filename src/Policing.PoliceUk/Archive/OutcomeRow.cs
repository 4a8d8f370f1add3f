using System.Runtime.InteropServices;

namespace Policing.PoliceUk.Archive;

/// <summary>A row of an outcomes file: an outcome of a crime, its columns as text. Immutable.</summary>
/// <remarks>Source: data.police.uk/about. <c>default</c> is a row of blank columns. Its text form names the type alone.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly struct OutcomeRow
{
    /// <summary>The data row's number in its file, from 1; rows that could not be read count too.</summary>
    public long RowNumber { get; init; }

    /// <summary>Column <c>Crime ID</c>. The persistent id of the crime; it may be blank.</summary>
    public string CrimeId
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Column <c>Month</c>. The month of the outcome, such as <c>2019-01</c>.</summary>
    public string Month
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Column <c>Reported by</c>. The force that gave the data, by its name.</summary>
    public string ReportedBy
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Column <c>Falls within</c>. At present the same force.</summary>
    public string FallsWithin
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Column <c>Longitude</c>. The longitude of the anonymised point as printed; blank where there is no location.</summary>
    public string Longitude
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Column <c>Latitude</c>. The latitude of the anonymised point as printed; blank where there is no location.</summary>
    public string Latitude
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Column <c>Location</c>. The name of the anonymised point, or <c>No Location</c>.</summary>
    public string Location
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Column <c>LSOA code</c>. The code of the Lower Layer Super Output Area of the point.</summary>
    public string LsoaCode
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Column <c>LSOA name</c>. The name of that area.</summary>
    public string LsoaName
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Column <c>Outcome type</c>. The outcome by its name.</summary>
    public string OutcomeType
    {
        get => field ?? string.Empty;
        init;
    }

    internal static OutcomeRow Of(TableRow row) => new()
    {
        RowNumber = row.Number,
        CrimeId = row.Own(0),
        Month = row.Repeated(1),
        ReportedBy = row.Repeated(2),
        FallsWithin = row.Repeated(3),
        Longitude = row.Repeated(4),
        Latitude = row.Repeated(5),
        Location = row.Repeated(6),
        LsoaCode = row.Repeated(7),
        LsoaName = row.Repeated(8),
        OutcomeType = row.Repeated(9),
    };
}
