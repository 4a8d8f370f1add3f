using System.Text.Json;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;

namespace Policing.DataModel.Validation;

/// <summary>What a record's status asks of it: where it was merged into, why it is restricted, and that a tombstone holds nothing else.</summary>
internal static class StatusRules
{
    /// <summary>Whether the record is a tombstone.</summary>
    public static bool IsDisposed(PoliceRecord record) => IsTombstone(record.Status);

    /// <summary>Whether a record of this status is a tombstone.</summary>
    public static bool IsTombstone(RecordStatus? status) => status?.State?.Means(RecordState.Disposed) == true;

    public static void Check(Inspector inspector, RecordStatus status)
    {
        if (status.State is not { } state) return;
        if (state.Means(RecordState.Merged) && status.Into.IsAbsent) inspector.Find(FindingRules.MergedInto, "into");
        if (state.Means(RecordState.Restricted) && status.Ground is null) inspector.Find(FindingRules.RestrictedGround, "ground");
        if (!state.Means(RecordState.Disposed)) return;
        if (status.Since.IsAbsent) inspector.Find(FindingRules.TombstoneParts, "since");
        if (status.Authority is null) inspector.Find(FindingRules.TombstoneParts, "authority");
    }

    public static void Check(Inspector inspector, PoliceRecord record)
    {
        if (record.Status?.State?.Means(RecordState.Merged) == true && !record.Id.IsAbsent && record.Status.Into == record.Id)
            inspector.Find(FindingRules.MergedInto, "status/into");
        if (IsDisposed(record)) CheckTombstone(inspector, record);
    }

    private static void CheckTombstone(Inspector inspector, PoliceRecord record)
    {
        if (record.Version is null) inspector.Find(FindingRules.TombstoneParts, "version");
        JsonElement written = JsonElement.Parse(PoliceJson.Write(record), new JsonDocumentOptions { MaxDepth = JsonLocator.AnyDepth });
        int place = 0;
        foreach (JsonProperty member in written.EnumerateObject())
        {
            if (member.Name is not ("id" or "type" or "modelVersion" or "version" or "status"))
                inspector.Find(FindingRules.TombstoneContent, JsonLocator.Segment(member.Name, place));
            place++;
        }
    }
}
