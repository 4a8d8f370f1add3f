using System.Globalization;
using System.Runtime.InteropServices;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.PoliceUk.Api;

namespace Policing.PoliceUk.Mapping;

/// <summary>The places of answers: each becomes one location record, when it is first met. Not thread-safe.</summary>
/// <remarks>Source of what they mean: data.police.uk/about. The points are anonymised map points, never the place itself.</remarks>
internal sealed class ApiPlaces(KeyText key)
{
    private readonly Dictionary<PlaceKey, RecordId> _known = [];

    // One answer gives one object for equal places: the same again is found without looking at its numbers.
    private readonly Dictionary<PublishedPlace, KnownPlace> _objects = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether there is a place at all.</summary>
    public static bool IsPlace(PublishedPlace? place) =>
        place is not null && (HasPoint(place) || !string.IsNullOrWhiteSpace(place.Street?.Name));

    /// <summary>Whether one coordinate stands without the other.</summary>
    public static bool IsHalf(PublishedPlace? place) => place is not null && place.Latitude is null != place.Longitude is null;

    /// <summary>Adds the location to the output, if the mapping has not had it, and reports what is odd about it.</summary>
    public KnownPlace Add(PublishedPlace place, SourceForce force, ApiOutput output)
    {
        if (!HasPoint(place))
            output.Report(PoliceUkRules.NoPoint);
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_objects, place, out var isKnown);
        return isKnown ? known! : known = new(Find(place, force, output));
    }

    /// <summary>Forgets the objects of an answer, so that the answer itself is not kept.</summary>
    public void EndAnswer() => _objects.Clear();

    private RecordId Find(PublishedPlace place, SourceForce force, ApiOutput output)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, new(place.Latitude, place.Longitude, place.Street?.Name), out var isKnown);
        if (!isKnown)
        {
            id = Id(place);
            output.Add(Make(place, id, force));
        }

        return id;
    }

    private static bool HasPoint(PublishedPlace place) => place.Latitude is not null || place.Longitude is not null;

    private static Location Make(PublishedPlace place, RecordId id, SourceForce force) => new()
    {
        Id = id,
        Controllers = force.Controllers,
        Source = place.Street?.Id is { } street
            ? SourceRecords.OfPlaces with { Reference = street.ToString(CultureInfo.InvariantCulture) }
            : SourceRecords.OfPlaces,
        Collection = SourceRecords.Collection,
        Kind = HasPoint(place) ? LocationKind.AnonymisedPoint : LocationKind.Described,
        Description = string.IsNullOrWhiteSpace(place.Street?.Name) ? null : place.Street.Name,
        Point = HasPoint(place) ? new GeoPoint { Latitude = place.Latitude, Longitude = place.Longitude, Anonymised = true } : null,
    };

    /// <summary>As of a row of the archive that has no LSOA. (Most have one, so their locations have other ids: the API does not give it.)</summary>
    private RecordId Id(PublishedPlace place) => key.Start("location")
        .Add(place.Longitude).Add(place.Latitude).Add(place.Street?.Name ?? string.Empty).Add(string.Empty).Add(string.Empty).ToId();

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct PlaceKey(decimal? Latitude, decimal? Longitude, string? Name);
}
