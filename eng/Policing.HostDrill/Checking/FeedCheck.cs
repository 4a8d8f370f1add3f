using Policing.Client;
using Policing.HostDrill.Accounts;
using Policing.HostDrill.Load;

namespace Policing.HostDrill.Checking;

/// <summary>Holds what followers were told against what is there: every change of what they may see, once and in order, and nothing of what is hidden.</summary>
internal sealed class FeedCheck(Ledger ledger, IReadOnlyDictionary<RecordAccount, int> versions)
{
    // Created, retracted, disposed.
    private const int ChangesOfDisposed = 3;

    public void Run(IReadOnlyList<Follower> followers)
    {
        foreach (Follower follower in followers)
        {
            Dictionary<RecordAccount, int> told = Count(follower);
            foreach ((RecordAccount record, int there) in versions)
            {
                if (record.Tenant != follower.Reader.Tenant || record.IsDisposalSent) continue;
                // What was retracted before Essex looked is no longer told to it.
                if (record.IsStatusSent && !follower.Reader.IsKent) continue;
                int wanted = record.IsHidden && !follower.Reader.IsKent ? 0 : there;
                if (told.GetValueOrDefault(record) != wanted)
                    ledger.Fault(FaultKind.Feed, $"A follower of {record.Tenant} was told of {told.GetValueOrDefault(record)} changes of {record.MarkerStart}, which are {wanted}.");
            }
        }
        foreach (IGrouping<string, Follower> tenant in followers.Where(follower => follower.Reader.IsKent).GroupBy(follower => follower.Reader.Tenant, StringComparer.Ordinal)) CheckAgree([.. tenant]);
    }

    private Dictionary<RecordAccount, int> Count(Follower follower)
    {
        Dictionary<RecordAccount, int> told = [];
        foreach ((long _, RecordChange change) in follower.Told)
        {
            // The sample's own records are there besides.
            if (ledger.Find(follower.Reader.Tenant, change.Record) is not { } record) continue;
            if (record.IsHidden && !follower.Reader.IsKent) ledger.Fault(FaultKind.Crossed, $"A change of {record.MarkerStart} was told, which is hidden.");
            told[record] = told.GetValueOrDefault(record) + 1;
        }
        return told;
    }

    // Pages and stream tell the same, each change under the same number; and to who may see all there is no number left out, but for records that were disposed of before he looked.
    private void CheckAgree(IReadOnlyList<Follower> followers)
    {
        long last = followers.Max(follower => follower.Last);
        foreach (Follower follower in followers)
            if (follower.Last != last) ledger.Fault(FaultKind.Feed, $"A follower of {follower.Reader.Tenant} came to change {follower.Last} of {last}.");
        int gone = versions.Keys.Count(record => record.IsDisposalSent && record.Tenant == followers[0].Reader.Tenant) * ChangesOfDisposed;
        foreach (Follower follower in followers.Where(follower => follower.Told.Count > follower.Last || follower.Told.Count < follower.Last - gone))
            ledger.Fault(FaultKind.Feed, $"A follower of {follower.Reader.Tenant} was told of {follower.Told.Count} of {follower.Last} changes.");
    }
}
