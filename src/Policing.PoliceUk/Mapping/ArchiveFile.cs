using Policing.PoliceUk.Archive;

namespace Policing.PoliceUk.Mapping;

/// <summary>What the mapping must know of the file that the rows come from.</summary>
/// <param name="Name">Its name in the archive.</param>
/// <param name="Places">For each column of its table the field that holds it, from 0, or -1.</param>
/// <param name="Centre">The middle of the places with which it begins; null where it has none.</param>
internal sealed record ArchiveFile(ArchiveFileName Name, IReadOnlyList<int> Places, PlaceCentre? Centre)
{
    /// <summary>The number from 1 of the field that holds a column; 0 where the file does not have it.</summary>
    public int ColumnOf(int column) => Places[column] + 1;
}
