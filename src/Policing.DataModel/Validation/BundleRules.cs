using Policing.DataModel.Codes;

namespace Policing.DataModel.Validation;

/// <summary>The rules of a bundle and of the records in it.</summary>
internal static class BundleRules
{
    public static void Check(Inspector inspector, Bundle bundle)
    {
        CheckParts(inspector, bundle);
        RecordSet set = new();
        foreach (LinkEnd end in bundle.External) set.Add(end.Id, end.Kind);
        foreach (PoliceRecord record in bundle.Records) set.Add(record.Id, record.Type);
        HashSet<RecordId> seen = [];
        for (int i = 0; i < bundle.Records.Count; i++) CheckRecord(inspector, bundle, set, seen, i);
    }

    private static void CheckParts(Inspector inspector, Bundle bundle)
    {
        bool isMessage = bundle.Kind?.Means(BundleKind.Message) == true;
        bool addressed = isMessage || bundle.Kind?.Means(BundleKind.Submission) == true;
        if (addressed && bundle.Sender is null) inspector.Find(FindingRules.BundleParts, "sender");
        if (addressed && bundle.Recipients.IsEmpty) inspector.Find(FindingRules.BundleParts, "recipients");
        if (isMessage && bundle.Message is null) inspector.Find(FindingRules.BundleParts, "message");
    }

    private static void CheckRecord(Inspector inspector, Bundle bundle, RecordSet set, HashSet<RecordId> seen, int index)
    {
        PoliceRecord record = bundle.Records[index];
        if (record is Bundle) inspector.Find(FindingRules.NestedBundle, "records", index);
        if (!record.Id.IsAbsent && !seen.Add(record.Id)) inspector.Find(FindingRules.DuplicateId, "records", index);
        if (MarkingOrder.IsAbove(record.Marking, bundle.Marking)) inspector.Find(FindingRules.BundleMarking, "records", index);
        if (record is Link link) CheckLink(inspector, link, set, $"records/{index.ToString(System.Globalization.CultureInfo.InvariantCulture)}/");
    }

    private static void CheckLink(Inspector inspector, Link link, RecordSet set, string place)
    {
        if (!set.Holds(link.From)) inspector.Find(FindingRules.EndNotFound, place + "from");
        if (!set.Holds(link.To)) inspector.Find(FindingRules.EndNotFound, place + "to");
        if (new LinkJudgement(link, inspector.Options.ReferenceData, 0) is { IsNeeded: true } judgement && !judgement.Fits(set)) inspector.Find(FindingRules.LinkKinds, place + "role");
    }
}
