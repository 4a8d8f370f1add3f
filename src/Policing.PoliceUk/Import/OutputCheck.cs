using Policing.DataModel;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.PoliceUk.Import;

/// <summary>Reads an output back as any reader would, and says what the validator finds in it.</summary>
internal sealed class OutputCheck(ArchiveImportOptions options)
{
    private readonly PolicingValidator _validator = new(new ValidationOptions { ReferenceData = options.ReferenceData, Time = options.Time });

    /// <param name="path">The file.</param>
    /// <param name="elsewhere">Records of other files of the run that its links lead to.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    public async Task<IReadOnlyList<RuleFindings>> CheckAsync(string path, IEnumerable<Guid> elsewhere, CancellationToken cancellationToken)
    {
        if (options.Check == ArchiveImportCheck.None)
            return [];
        var set = options.Check == ArchiveImportCheck.RecordsAndLinks ? SetWith(elsewhere) : null;
        var tally = new FindingTally(options.MaxPlaces);
        var file = File.OpenRead(path);
        await using (file.ConfigureAwait(false))
        {
            await foreach (RecordLine line in _validator.ReadLinesAsync(file, set, cancellationToken).ConfigureAwait(false))
                tally.Add(line.Result.Report);
        }

        if (set is not null)
            tally.Add(set.Complete());
        return tally.InOrder();
    }

    private RecordSetCheck SetWith(IEnumerable<Guid> elsewhere)
    {
        var set = new RecordSetCheck(options.ReferenceData);
        foreach (var id in elsewhere)
            set.AddExternal(RecordId.FromUuid(id));
        return set;
    }
}
