using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Testing;

/// <summary>Makes bundles round records, always as tests.</summary>
internal static class BundleRecords
{
    private const string Kind = "bundle";

    public static Bundle Of(RecordStamp stamp, long number, IEnumerable<PoliceRecord> records, BundleKind kind)
    {
        var plan = CasePlan.Of(stamp, number);
        var held = ValueList.From(records);
        var bundle = new Bundle
        {
            Id = stamp.IdOf(Kind, number),
            Kind = kind,
            OperationalStatus = OperationalStatus.Test,
            SentAt = stamp.TimeOn(plan.Reported, Kind, number),
            External = ValueList.From(EndsOutside(held)),
            Records = held,
        };
        bundle = stamp.Stamp(bundle, number, plan.Force, plan.Reported);
        bundle = bundle with { Marking = HighestMarking(held, bundle.Marking) };
        return kind == BundleKind.Submission ? Addressed(stamp, bundle, number, plan.Force) : bundle;
    }

    private static Bundle Addressed(RecordStamp stamp, Bundle bundle, long number, SyntheticForce sender)
    {
        var random = stamp.RandomOf(Kind, number);
        var recipient = SyntheticForce.All[(sender.Ordinal + 1 + random.Below(SyntheticForce.All.Count - 1)) % SyntheticForce.All.Count];
        return bundle with
        {
            Sender = RecordStamp.AgencyOf(sender),
            Recipients = [RecordStamp.AgencyOf(recipient)],
            Sharing = new() { Agreement = "Invented agreement", Purpose = ProcessingPurpose.SystemTesting },
        };
    }

    /// <summary>The ends of links that are not in the bundle, once each, in the order of the links.</summary>
    private static List<LinkEnd> EndsOutside(ValueList<PoliceRecord> records)
    {
        HashSet<RecordId> known = [];
        for (var i = 0; i < records.Count; i++)
        {
            known.Add(records[i].Id);
        }

        List<LinkEnd> outside = [];
        for (var i = 0; i < records.Count; i++)
        {
            if (records[i] is Link link)
            {
                outside.AddRange(new[] { link.From, link.To }.OfType<LinkEnd>().Where(end => !end.Id.IsAbsent && known.Add(end.Id)));
            }
        }

        return outside;
    }

    /// <summary>The highest tier in the bundle; sensitive where a record is.</summary>
    private static Marking? HighestMarking(ValueList<PoliceRecord> records, Marking? least)
    {
        var highest = least;
        for (var i = 0; i < records.Count; i++)
        {
            if (records[i].Marking is { } marking && IsAbove(marking, highest))
            {
                highest = new() { Tier = marking.Tier, Sensitive = marking.Sensitive };
            }
        }

        return highest;
    }

    private static bool IsAbove(Marking marking, Marking? other)
    {
        var (tier, otherTier) = (RankOf(marking), other is null ? -1 : RankOf(other));
        return tier > otherTier || (tier == otherTier && marking.Sensitive == true && other!.Sensitive != true);
    }

    private static int RankOf(Marking marking)
    {
        var tier = marking.Tier ?? SecurityTier.Official;
        var rank = SecurityTier.BuiltIn.IndexOf(tier);
        return rank < 0 ? SecurityTier.BuiltIn.Length : rank;
    }
}
