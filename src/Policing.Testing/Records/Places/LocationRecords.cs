using System.Globalization;
using Policing.DataModel;
using Policing.DataModel.Codes;

namespace Policing.Testing;

/// <summary>Makes places that do not exist: invented streets and towns, postcodes of no place, points at sea.</summary>
internal static class LocationRecords
{
    private const string Kind = "location";

    // No common factor with the number of points: those of places that follow each other are spread, and do not repeat before all are used.
    private const ulong Points = 1_400_000;
    private const ulong PointStride = 771_499;

    public static Location Of(RecordStamp stamp, long number)
    {
        var plan = CasePlan.Of(stamp, number);
        var random = stamp.RandomOf(Kind, number);
        var safe = stamp.SafeNumber(Kind, number);
        var location = Kinds(ref random, plan.Force, safe) with { Id = stamp.IdOf(Kind, number) };
        return stamp.Stamp(location, number, plan.Force, plan.Reported);
    }

    private static Location Kinds(ref SyntheticRandom random, SyntheticForce force, ulong safe) => random.Below(10) switch
    {
        0 => new()
        {
            Id = default,
            Kind = LocationKind.Junction,
            Description = $"Junction of {PlaceNames.Street(ref random)} and {PlaceNames.Street(ref random)}",
        },
        1 => new()
        {
            Id = default,
            Kind = LocationKind.Described,
            Description = $"Footpath between {PlaceNames.Street(ref random)} and {PlaceNames.Street(ref random)}",
        },
        2 or 3 => new()
        {
            Id = default,
            Kind = LocationKind.AnonymisedPoint,
            Description = "On or near " + PlaceNames.Street(ref random),
            Point = PointOf(safe) with { Anonymised = true },
            Areas = [AreaOf(ref random, force, safe)],
        },
        _ => new()
        {
            Id = default,
            Kind = LocationKind.Address,
            Address = AddressOf(ref random, safe),
            Point = PointOf(safe) with { Accuracy = 5 + random.Below(50) },
            Areas = [AreaOf(ref random, force, safe)],
        },
    };

    private static Address AddressOf(ref SyntheticRandom random, ulong safe) => new()
    {
        SubBuilding = random.OnceIn(5) ? string.Create(CultureInfo.InvariantCulture, $"Flat {1 + random.Below(30)}") : null,
        Premises = (1 + random.Below(200)).ToString(CultureInfo.InvariantCulture),
        Street = PlaceNames.Street(ref random),
        Town = PlaceNames.District(random.Below(PlaceNames.DistrictCount)),
        Postcode = Postcode.Parse(SafeRanges.Postcode(safe)),
        Country = Country.UnitedKingdom,
    };

    private static GeoPoint PointOf(ulong safe) => SafeRanges.Point(safe % Points * PointStride);

    private static Area AreaOf(ref SyntheticRandom random, SyntheticForce force, ulong safe) => new()
    {
        Scheme = AreaScheme.Lsoa,
        Code = SafeRanges.LsoaCode(safe, force.IsWelsh),
        Name = PlaceNames.District(random.Below(PlaceNames.DistrictCount)) + " 001A",
    };
}
