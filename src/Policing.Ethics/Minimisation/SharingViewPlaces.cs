namespace Policing.Ethics.Minimisation;

/// <summary>Pointers into a view that quote nothing of it but the model's own names.</summary>
internal static class SharingViewPlaces
{
    public static string Record(string type, int place) =>
        type == RecordSharing.AnyType || ModelMembers.Instance.HasRecord(type) ? $"/records/{type}" : $"/records/~[{place}]";
}
