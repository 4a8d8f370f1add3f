using Policing.DataModel.Completeness;
using Policing.DataModel.Json;

namespace Policing.DataModel.Quality;

/// <summary>Compares a record with the true one of a reference set, member by member; the envelope is how it is held, not what it says.</summary>
internal static class MemberComparison
{
    private const string LastOfEnvelope = "view";

    /// <summary>The members that are equal, of those that both have.</summary>
    public static Share Of(PoliceRecord record, PoliceRecord reference)
    {
        if (record.Type != reference.Type || MemberValues.Of(record.Type) is not { } members) return default;
        long equal = 0, compared = 0;
        for (int i = members.Find(LastOfEnvelope, out _) + 1; i < members.Count; i++)
        {
            if (members.Get(record, i) is not { } value || members.Get(reference, i) is not { } truth) continue;
            compared++;
            if (AreEqual(value, truth)) equal++;
        }

        return new(equal, compared);
    }

    private static bool AreEqual(object value, object truth)
    {
        if (value is not Array values || truth is not Array truths) return value.Equals(truth);
        if (values.Length != truths.Length) return false;
        for (int i = 0; i < values.Length; i++)
            if (!Equals(values.GetValue(i), truths.GetValue(i))) return false;
        return true;
    }
}
