using Policing.Client;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.HostDrill.Accounts;
using Policing.HostDrill.Servers;

namespace Policing.HostDrill.Load;

/// <summary>Sends bundles, each twice at once and once more: it is taken in once, with one receipt; and the id with other content is a conflict.</summary>
internal sealed class Submitter(Party party, Ledger ledger, Slots slots, int seed) : Worker(party, ledger, seed)
{
    private const int Records = 3;

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    protected override async Task WorkAsync(CancellationToken stop)
    {
        await Task.Delay(s_pause, stop);
        SentWrite[] writes = [.. Enumerable.Range(0, Records).Select(_ => slots.New(isEssex: true)).Select(record => new SentWrite(record, Ledger.NewMarker(record)))];
        Bundle bundle = Of([.. writes.Select(write => DrillVehicle.Of(write.Record, write.Marker))]);
        PartnerResult<Receipt>[] results = [.. await Task.WhenAll(SendAsync(bundle, writes), SendAsync(bundle, writes)), await SendAsync(bundle, writes)];
        Receipt? first = null;
        foreach (PartnerResult<Receipt> result in results)
        {
            if (!result.IsSuccess) await IsExpectedAsync(result.Problem, stop);
            else if (result.Answer.State != ReceiptStatus.Accepted) Ledger.Fault(FaultKind.Answer, "A bundle that is in order was not taken in.");
            else if ((first ??= result.Answer).Id != result.Answer.Id) Ledger.Fault(FaultKind.Doubled, "A bundle has two receipts.");
        }
        Ledger.Count("bundles sent three times");
        if (first is not null) await CheckAsync(bundle, first, stop);
    }

    private async Task CheckAsync(Bundle bundle, Receipt first, CancellationToken stop)
    {
        PartnerResult<Receipt> receipt = await Party.Session().Bundles.TryGetReceiptAsync(bundle.Id, CancellationToken.None);
        if (!receipt.IsSuccess) await IsExpectedAsync(receipt.Problem, stop);
        else if (receipt.Answer.Id != first.Id) Ledger.Fault(FaultKind.Crossed, "The receipt of a bundle is another one.");
        PartnerResult<Receipt> other = await SendAsync(bundle with { Records = [.. bundle.Records.Take(1)] }, []);
        if (other.IsSuccess) Ledger.Fault(FaultKind.Doubled, "A bundle with the id of another was taken in.");
        else await IsExpectedAsync(other.Problem, stop, PartnerFailure.Conflict);
    }

    private Task<PartnerResult<Receipt>> SendAsync(Bundle bundle, SentWrite[] writes)
    {
        (PartnerSession session, Guid correlation) = Party.NewCall();
        Ledger.Expect(correlation, writes);
        return session.Bundles.TrySubmitAsync(bundle, CancellationToken.None);
    }

    private Bundle Of(ValueList<PoliceRecord> records) => new()
    {
        Id = RecordId.New(),
        Kind = BundleKind.Submission,
        OperationalStatus = OperationalStatus.Test,
        Controllers = [Party.Force],
        Sender = Party.Force,
        Recipients = [new Agency { Scheme = AgencyScheme.Police, Id = "kent" }],
        Sharing = new Sharing { Agreement = "ISA-1", Purpose = ProcessingPurpose.Investigation },
        Records = records,
    };
}
