using System.Globalization;
using Policing.DataModel;
using Policing.PoliceUk.Api;

namespace Policing.PoliceUk.Mapping;

/// <summary>A place of an answer, and what was made of it.</summary>
internal sealed class KnownPlace(PublishedPlace? place)
{
    /// <summary>Of what has no place.</summary>
    public static KnownPlace None { get; } = new(null);

    /// <summary>The place as it was published; null where there is none, or nothing is in it.</summary>
    public PublishedPlace? Place { get; } = ApiPlaces.IsPlace(place) ? place : null;

    /// <summary>Its latitude and longitude as they stand in a key: digit for digit, with the '|' between them.</summary>
    public string KeyPart { get; } = string.Create(CultureInfo.InvariantCulture, $"{place?.Latitude}|{place?.Longitude}");

    /// <summary>The end of a link that leads to its record; all links share it. Null until there is a record.</summary>
    public LinkEnd? End { get; set; }
}
