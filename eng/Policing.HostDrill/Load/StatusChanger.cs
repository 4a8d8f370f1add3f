using Policing.Client;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.HostDrill.Accounts;
using Policing.HostDrill.Servers;

namespace Policing.HostDrill.Load;

/// <summary>Retracts records, and disposes of some, each change sent twice at once and once more under one key: it is done once.</summary>
internal sealed class StatusChanger(Party party, Ledger ledger, Slots slots, int seed) : Worker(party, ledger, seed)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    protected override async Task WorkAsync(CancellationToken stop)
    {
        await Task.Delay(s_pause, stop);
        RecordAccount record = slots.New();
        string marker = Ledger.NewMarker(record);
        (PartnerSession session, Guid correlation) = Party.NewCall();
        Ledger.Expect(correlation, new SentWrite(record, marker));
        PartnerResult<WriteAnswer> created = await session.Records.TryCreateAsync(DrillVehicle.Of(record, marker), CancellationToken.None);
        if (!created.IsSuccess)
        {
            await IsExpectedAsync(created.Problem, stop);
            return;
        }
        record.IsStatusSent = true;
        string retraction = Ledger.NewMarker(record);
        if (!await ChangeAsync(record, StatusChange.Retract(retraction), retraction, null, stop) || Random.Next(3) > 0) return;
        string disposal = Ledger.NewMarker(record);
        record.IsDisposalSent = true;
        if (await ChangeAsync(record, StatusChange.Dispose(disposal, "Retention has ended"), disposal, ProcessingPurpose.RecordsManagement, stop)) record.Disposed = 3;
    }

    private async Task<bool> ChangeAsync(RecordAccount record, StatusChange change, string marker, ProcessingPurpose? purpose, CancellationToken stop)
    {
        IdempotencyKey key = IdempotencyKey.New();
        PartnerResult<WriteAnswer>[] results = [.. await Task.WhenAll(SendAsync(), SendAsync()), await SendAsync()];
        foreach (PartnerResult<WriteAnswer> result in results)
            if (!result.IsSuccess) await IsExpectedAsync(result.Problem, stop);
        Ledger.Count("status changes sent three times under one key");
        return Array.Exists(results, result => result.IsSuccess);

        Task<PartnerResult<WriteAnswer>> SendAsync()
        {
            (PartnerSession session, Guid correlation) = Party.NewCall(purpose);
            Ledger.Expect(correlation, new SentWrite(record, marker));
            return session.Records.TryChangeStatusAsync<Vehicle>(record.Id, change, RecordTag.Any, key, CancellationToken.None);
        }
    }
}
