namespace Policing.PartnerHost;

/// <summary>A record that answers a search: how well, and by which criteria.</summary>
internal sealed record SearchMatch(ConsideredRecord Considered, MatchGrade Grade, IReadOnlyList<string> On)
{
    public const int PlaceBytes = 17;

    /// <summary>Best first, then by the bytes of the id, so that the order is the same on every page and in every cursor.</summary>
    public static int Compare(SearchMatch left, SearchMatch right) => left.Place().AsSpan().SequenceCompareTo(right.Place());

    /// <summary>The place in the order: the grade, and the id.</summary>
    public byte[] Place()
    {
        byte[] place = new byte[PlaceBytes];
        place[0] = (byte)Grade;
        Considered.Record.Id.Uuid.TryWriteBytes(place.AsSpan(1), bigEndian: true, out _);
        return place;
    }

    /// <summary>The grade; never the record.</summary>
    public override string ToString() => $"{nameof(SearchMatch)} {Grade}";
}
