namespace Policing.Testing;

/// <summary>
/// Our own short word list, from which streets and districts are put together. The points of interest are the archive's own.
/// </summary>
internal static class PlaceNames
{
    private static readonly string[] Beginnings =
    [
        "Lark", "Thorn", "Elder", "Otter", "Ash", "Hazel", "Fern", "Rook", "Wren", "Moss",
        "Birch", "Heron", "Marl", "Clover", "Saffron", "Tallow", "Copper", "Lantern", "Cobble", "Barley",
    ];

    private static readonly string[] Endings =
        ["moor", "field", "bourne", "wick", "holt", "combe", "mere", "stead", "gate", "ridge", "croft", "hurst"];

    private static readonly string[] Kinds =
        ["Road", "Street", "Lane", "Close", "Avenue", "Drive", "Gardens", "Way", "Court", "Terrace"];

    // The archive writes possessives with a capital S.
    private static readonly string[] Possessives = ["Cooper'S", "Tanner'S", "Weaver'S", "Chandler'S", "Fletcher'S", "Miller'S"];

    // None of the pairs of these two lists is the name of a local authority, so that no LSOA name is a real one.
    private static readonly string[] DistrictBeginnings =
    [
        "Lark", "Thorn", "Elder", "Otter", "Bramble", "Hazel", "Fern", "Rook", "Wren", "Moss",
        "Birch", "Heron", "Marl", "Clover", "Saffron", "Tallow", "Copper", "Lantern", "Cobble", "Barley",
    ];

    private static readonly string[] DistrictEndings = ["minster", "marsh", "haven", "ness", "stoke", "wold", "thorpe", "wath", "beck"];

    // As printed in published archive files.
    private static readonly string[] PointsOfInterest =
    [
        "Supermarket", "Parking Area", "Shopping Area", "Petrol Station", "Sports/Recreation Area", "Nightclub", "Pedestrian Subway",
        "Hospital", "Further/Higher Educational Building", "Park/Open Space", "Conference/Exhibition Centre", "Police Station",
        "Theatre/Concert Hall", "Bus/Coach Station", "Prison", "Theme/Adventure Park",
    ];

    public static string Street(ref SyntheticRandom random)
    {
        var name = random.OnceIn(12) ? random.Pick<string>(Possessives) : random.Pick<string>(Beginnings) + random.Pick<string>(Endings);
        return name + " " + random.Pick<string>(Kinds);
    }

    public static int DistrictCount => DistrictBeginnings.Length * DistrictEndings.Length;

    /// <summary>The district with this number, below <see cref="DistrictCount"/>.</summary>
    public static string District(int number) =>
        DistrictBeginnings[number % DistrictBeginnings.Length] + DistrictEndings[number / DistrictBeginnings.Length];

    public static string PointOfInterest(ref SyntheticRandom random) => random.Pick<string>(PointsOfInterest);
}
