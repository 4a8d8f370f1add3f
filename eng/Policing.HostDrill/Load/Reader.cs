using System.Globalization;
using Policing.Client;
using Policing.DataModel;
using Policing.HostDrill.Accounts;
using Policing.HostDrill.Servers;

namespace Policing.HostDrill.Load;

/// <summary>Reads records and searches for them: what comes is of the record that was asked for, of the caller's own tenant, not hidden, and not older than what was acknowledged before.</summary>
internal sealed class Reader(Party party, Ledger ledger, Slots slots, int seed) : Worker(party, ledger, seed)
{
    protected override async Task WorkAsync(CancellationToken stop)
    {
        if (slots.At(Random.Next(int.MaxValue)) is not { } record)
        {
            await Task.Delay(10, stop);
            return;
        }
        long before = record.Latest;
        if (Random.Next(4) == 0) await SearchAsync(record, stop);
        else await ReadAsync(record, before, stop);
    }

    private bool MaySee(RecordAccount record) => Party.IsKent || !record.IsHidden;

    private async Task ReadAsync(RecordAccount record, long before, CancellationToken stop)
    {
        PartnerResult<RecordAnswer<Vehicle>> read = await Party.Session().Records.TryGetAsync<Vehicle>(record.Id, CancellationToken.None);
        if (!read.IsSuccess)
        {
            if (await IsExpectedAsync(read.Problem, stop, MaySee(record) ? [] : [PartnerFailure.NotAvailable]) && MaySee(record)) Ledger.Fault(FaultKind.Lost, $"{record.MarkerStart} is not there.");
            return;
        }
        Ledger.Count("records read");
        Check(record, read.Answer.Record);
        if (read.Answer.Tag.IsAbsent) return;
        long version = long.Parse(read.Answer.Tag.ToString().Trim('"'), CultureInfo.InvariantCulture);
        if (version < before) Ledger.Fault(FaultKind.Lost, $"{record.MarkerStart} was read as version {version} after version {before} was acknowledged.");
    }

    private async Task SearchAsync(RecordAccount record, CancellationToken stop)
    {
        PartnerResult<SearchPage> found = await Party.Session().Search.TryGetPageAsync(new VehicleSearch { Mark = DrillVehicle.MarkOf(record) }, null, CancellationToken.None);
        if (!found.IsSuccess)
        {
            await IsExpectedAsync(found.Problem, stop);
            return;
        }
        Ledger.Count("searches");
        if (found.Answer.Matches.Count != (MaySee(record) ? 1 : 0)) Ledger.Fault(MaySee(record) ? FaultKind.Lost : FaultKind.Crossed, $"A search for {record.MarkerStart} found {found.Answer.Matches.Count}.");
        foreach (SearchMatch match in found.Answer.Matches) Check(record, match.Record);
    }

    private void Check(RecordAccount record, PoliceRecord? answered)
    {
        if (!MaySee(record)) Ledger.Fault(FaultKind.Crossed, $"{record.MarkerStart} is hidden and was shown.");
        if (answered?.Id != record.Id || !DrillVehicle.MarkerOf(answered).StartsWith(record.MarkerStart, StringComparison.Ordinal))
            Ledger.Fault(FaultKind.Crossed, $"{record.MarkerStart} was asked for, and {DrillVehicle.MarkerOf(answered)} came.");
    }
}
