using Policing.Client;
using Policing.DataModel;
using Policing.HostDrill.Accounts;
using Policing.HostDrill.Servers;

namespace Policing.HostDrill.Load;

/// <summary>Creates records and replaces them, with others who write the same ones; after a lost answer it sends the same conditional write again.</summary>
internal sealed class Writer(Party party, Ledger ledger, Slots slots, int seed) : Worker(party, ledger, seed)
{
    protected override async Task WorkAsync(CancellationToken stop)
    {
        int draw = Random.Next(int.MaxValue);
        if (slots.At(draw) is { } record) await ReplaceAsync(record, stop);
        else await CreateAsync(draw, stop);
    }

    private async Task CreateAsync(int draw, CancellationToken stop)
    {
        RecordAccount record = slots.New();
        string marker = Ledger.NewMarker(record);
        PartnerResult<WriteAnswer> result = await SendAsync(record, marker, session => session.Records.TryCreateAsync(DrillVehicle.Of(record, marker), CancellationToken.None));
        if (!result.IsSuccess) await IsExpectedAsync(result.Problem, stop);
        else slots.Put(draw, record);
    }

    private async Task ReplaceAsync(RecordAccount record, CancellationToken stop)
    {
        RecordTag tag = await TagAsync(record, stop);
        if (tag.IsAbsent) return;
        string marker = Ledger.NewMarker(record);
        Vehicle vehicle = DrillVehicle.Of(record, marker);
        PartnerResult<WriteAnswer> result = await SendAsync(record, marker, session => session.Records.TryReplaceAsync(vehicle, tag, CancellationToken.None));
        if (result.Failure is PartnerFailure.Unreachable or PartnerFailure.TimedOut)
        {
            Ledger.Count("the same conditional write sent again");
            result = await SendAsync(record, marker, session => session.Records.TryReplaceAsync(vehicle, tag, CancellationToken.None));
        }
        if (result.Failure is PartnerFailure.Stale) Ledger.Count(result.Problem!.MayHaveTakenEffect ? "stale, perhaps by its own lost answer" : "stale");
        else if (!result.IsSuccess) await IsExpectedAsync(result.Problem, stop);
    }

    // As it was read or, half of the time, as somebody else was told, which is stale as often as not.
    private async Task<RecordTag> TagAsync(RecordAccount record, CancellationToken stop)
    {
        if (Random.Next(2) == 0) return RecordTag.Parse($"\"{record.Latest}\"");
        PartnerResult<RecordAnswer<Vehicle>> read = await Party.Session().Records.TryGetAsync<Vehicle>(record.Id, CancellationToken.None);
        if (read.IsSuccess) return read.Answer.Tag;
        await IsExpectedAsync(read.Problem, stop);
        return default;
    }

    private Task<PartnerResult<WriteAnswer>> SendAsync(RecordAccount record, string marker, Func<PartnerSession, Task<PartnerResult<WriteAnswer>>> send)
    {
        (PartnerSession session, Guid correlation) = Party.NewCall();
        Ledger.Expect(correlation, new SentWrite(record, marker));
        return send(session);
    }
}
