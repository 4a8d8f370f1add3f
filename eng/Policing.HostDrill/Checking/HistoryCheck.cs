using Policing.Client;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.HostDrill.Accounts;
using Policing.HostDrill.Load;
using Policing.HostDrill.Servers;

namespace Policing.HostDrill.Checking;

/// <summary>Reads the history of every record and holds it against what was acknowledged.</summary>
internal sealed class HistoryCheck(Ledger ledger, IReadOnlyList<Party> parties)
{
    private const int AtOnce = 6;

    private int _versions;

    /// <summary>The versions of each record that is there.</summary>
    public Dictionary<RecordAccount, int> Versions { get; } = [];

    public async Task RunAsync()
    {
        await Parallel.ForEachAsync(ledger.Records, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (record, _) => await CheckAsync(record));
        ledger.Count("versions held against the ledger", _versions);
    }

    private async Task CheckAsync(RecordAccount record)
    {
        Party owner = parties.First(party => party.Tenant == record.Tenant && party.IsKent != record.IsEssex);
        PartnerSession session = owner.NewCall(record.IsStatusSent ? ProcessingPurpose.RecordsManagement : null).Session;
        List<(long Version, string Marker)> history = [];
        try
        {
            await foreach (RecordVersionEntry version in session.Records.GetHistoryAsync<Vehicle>(record.Id)) history.Add((version.Number, DrillVehicle.MarkerOf(version.Content?.Record)));
        }
        catch (PartnerException absent) when (absent.Problem.Failure is PartnerFailure.NotAvailable)
        {
            // It was never stored, which is as it should be where no write of it was acknowledged.
        }
        Interlocked.Add(ref _versions, history.Count);
        lock (Versions) Versions[record] = history.Count;
        if (record.IsDisposalSent && history.Count <= 1)
        {
            // Nobody has it any more: whoever asks is answered as if it had never been there.
            if (history.Count == 0) return;
            if (!history[0].Marker.StartsWith(record.MarkerStart, StringComparison.Ordinal)) ledger.Fault(FaultKind.Crossed, $"The disposal of {record.MarkerStart} is {history[0].Marker}.");
            if (history[0].Version < record.Latest) ledger.Fault(FaultKind.Lost, $"{record.MarkerStart} was disposed of as version {history[0].Version}, and {record.Latest} was acknowledged.");
            return;
        }
        if (record.Disposed is not null) ledger.Fault(FaultKind.Lost, $"{record.MarkerStart} was disposed of and has {history.Count} versions.");
        foreach (FaultKind fault in record.Compare(history)) ledger.Fault(fault, $"{record.MarkerStart} has versions {string.Join(", ", history.Select(entry => $"{entry.Version} by {entry.Marker}"))}, which is not what was acknowledged.");
    }
}
