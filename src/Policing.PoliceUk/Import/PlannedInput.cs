using Policing.PoliceUk.Archive;
using Policing.PoliceUk.Mapping;

namespace Policing.PoliceUk.Import;

/// <summary>An input that was looked at: its header and first rows.</summary>
/// <param name="Input">The input.</param>
/// <param name="Kind">What its header says it is.</param>
/// <param name="Centre">The middle of its first places.</param>
/// <param name="Fault">Why it cannot be read, or null.</param>
internal sealed record PlannedInput(ArchiveInput Input, ArchiveKind Kind, PlaceCentre? Centre, UnreadableInputException? Fault)
{
    public static async Task<PlannedInput> LookAtAsync(ArchiveInput input, CancellationToken cancellationToken)
    {
        try
        {
            var reader = await ArchiveReader.OpenAsync(input, cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
                return new(input, reader.Kind, await CentreAsync(reader, cancellationToken).ConfigureAwait(false), Fault: null);
        }
        catch (UnreadableInputException e)
        {
            return new(input, ArchiveKind.Unknown, Centre: null, e);
        }
    }

    private static Task<PlaceCentre?> CentreAsync(ArchiveReader reader, CancellationToken cancellationToken) => reader.Kind switch
    {
        ArchiveKind.Street => PlaceCentre.ReadAsync(reader.ReadStreetAsync(cancellationToken), static row => (row.Latitude, row.Longitude), cancellationToken),
        ArchiveKind.Outcomes => PlaceCentre.ReadAsync(reader.ReadOutcomesAsync(cancellationToken), static row => (row.Latitude, row.Longitude), cancellationToken),
        ArchiveKind.StopAndSearch => PlaceCentre.ReadAsync(reader.ReadStopSearchesAsync(cancellationToken), static row => (row.Latitude, row.Longitude), cancellationToken),
        _ => throw NoTable(),
    };

    public static InvalidOperationException NoTable() => new("A reader is of one of the three tables.");
}
