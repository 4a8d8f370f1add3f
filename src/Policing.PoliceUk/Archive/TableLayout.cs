namespace Policing.PoliceUk.Archive;

/// <summary>
/// The columns of one of the tables, by their documented names; a row type knows them by their place here.
/// </summary>
/// <param name="Kind">The table.</param>
/// <param name="Columns">The names.</param>
/// <param name="Optional">Those that the files of the first year do not have.</param>
internal sealed record TableLayout(ArchiveKind Kind, string[] Columns, string[] Optional)
{
    public static TableLayout Street { get; } = new(
        ArchiveKind.Street,
        [
            "Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location", "LSOA code", "LSOA name",
            "Crime type", "Last outcome category", "Context",
        ],
        ["Crime ID", "LSOA code", "LSOA name", "Last outcome category", "Context"]);

    public static TableLayout Outcomes { get; } = new(
        ArchiveKind.Outcomes,
        [
            "Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location", "LSOA code", "LSOA name",
            "Outcome type",
        ],
        []);

    public static TableLayout StopAndSearch { get; } = new(
        ArchiveKind.StopAndSearch,
        [
            "Type", "Date", "Part of a policing operation", "Policing operation", "Latitude", "Longitude", "Gender", "Age range",
            "Self-defined ethnicity", "Officer-defined ethnicity", "Legislation", "Object of search", "Outcome",
            "Outcome linked to object of search", "Removal of more than just outer clothing",
        ],
        []);

    public static IReadOnlyList<TableLayout> All { get; } = [Street, Outcomes, StopAndSearch];

    public bool IsOptional(string column) => Array.IndexOf(Optional, column) >= 0;
}
