namespace Policing.PoliceUk.Mapping;

/// <summary>Whether the columns of a place can be read.</summary>
internal enum PlaceReading
{
    /// <summary>There is a place.</summary>
    Place,

    /// <summary>There is none.</summary>
    NoPlace,

    /// <summary>The longitude is no number, or missing.</summary>
    BadLongitude,

    /// <summary>The latitude is no number, or missing.</summary>
    BadLatitude,
}
