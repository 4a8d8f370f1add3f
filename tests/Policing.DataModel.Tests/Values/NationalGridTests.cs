using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace Policing.DataModel.Tests.Values;

public sealed class NationalGridTests : TextValueBattery<NationalGrid>
{
    protected override ImmutableArray<string> Ascending => ["HP55", "NN166712", "SV00", "TG5140913177", "TG51411317", "TQ389773"];

    protected override ImmutableArray<(string Text, string Canonical)> Spellings =>
    [
        ("TG 51409 13177", "TG5140913177"),
        ("TG 5140913177", "TG5140913177"),
        ("TG51409 13177", "TG5140913177"),
        ("NN 166 712", "NN166712"),
    ];

    protected override ImmutableArray<string> Malformed =>
    [
        "TG", "TG1", "TG123", "TG 12 345", "TG 123 45", "TG 1 234", "TG  12 34", "TG 12  34", "TG 12-34", "TG123456123456", "TG 123456 123456", "TI1234", "IG1234", "tg1234",
        "T1234", "1234", "AA1234", "JX1234", "VV1234", "OZ1234", "TA12٣4", "651409,313177", "651409 313177",
    ];

    /// <summary>
    /// The Ordnance Survey's 40 test points for its exact transformation (OSTN15): latitude, longitude in ETRS89, easting, northing. The
    /// approximation here must be near each; the square is of 1 m, whose corner is what is compared.
    /// </summary>
    private static readonly double[][] Points =
    [
        [49.92226394, -6.29977752, 91492.146, 11318.804], [49.96006138, -5.20304610, 170370.718, 11572.405], [50.43885826, -4.10864564, 250359.811, 62016.569],
        [50.57563665, -1.29782277, 449816.371, 75335.861], [50.93127938, -1.45051434, 438710.920, 114792.250], [51.40078220, -3.55128349, 292184.870, 168003.465],
        [51.37447026, 1.44454730, 639821.835, 169565.858], [51.42754743, -2.54407618, 362269.991, 169978.690], [51.48936565, -0.11992557, 530624.974, 178388.464],
        [51.85890896, -4.30852477, 241124.584, 220332.641], [51.89436637, 0.89724327, 599445.590, 225722.826], [52.25529382, -2.15458614, 389544.190, 261912.153],
        [52.25160951, -0.91248957, 474335.969, 262047.755], [52.75136687, 0.40153547, 562180.547, 319784.995], [52.96219109, -1.19747656, 454002.834, 340834.943],
        [53.34480280, -2.64049321, 357455.843, 383290.436], [53.41628516, -4.28918070, 247958.971, 393492.909], [53.41630925, -4.28917793, 247959.241, 393495.583],
        [53.77911026, -3.04045491, 331534.564, 431920.794], [53.80021520, -1.66379168, 422242.186, 433818.701], [54.08666318, -4.63452168, 227778.330, 468847.388],
        [54.11685144, -0.07773133, 525745.670, 470703.214], [54.32919541, -4.38849118, 244780.636, 495254.887], [54.89542340, -2.93827741, 339921.145, 556034.761],
        [54.97912274, -1.61657685, 424639.355, 565012.703], [55.85399953, -4.29649016, 256340.925, 664697.269], [55.92478266, -3.29479219, 319188.434, 670947.534],
        [57.00606696, -5.82836692, 167634.202, 797067.144], [57.13902519, -2.04856031, 397160.491, 805349.736], [57.48625001, -4.21926399, 267056.768, 846176.972],
        [57.81351838, -8.57854456, 9587.909, 899448.996], [58.21262247, -7.59255561, 71713.132, 938516.404], [58.51560361, -6.26091456, 151968.652, 966483.780],
        [58.58120461, -3.72631022, 299721.891, 967202.992], [59.03743871, -3.21454001, 330398.323, 1017347.016], [59.09335035, -4.41757675, 261596.778, 1025447.602],
        [59.09671617, -5.82799340, 180862.461, 1029604.114], [59.53470794, -1.62516966, 421300.525, 1072147.239], [59.85409914, -1.27486910, 440725.073, 1107878.448],
        [60.13308092, -2.07382823, 395999.668, 1138728.951],
    ];

    [Fact]
    public void TheTransformationIsTrueToFiveMetresOverGreatBritain()
    {
        double worst = 0;
        foreach (double[] point in Points)
        {
            (double easting, double northing) = NationalGridTransform.FromWgs84(point[0], point[1]);
            worst = Math.Max(worst, double.Hypot(easting - point[2], northing - point[3]));
            (double latitude, double longitude) = NationalGridTransform.ToWgs84(point[2], point[3]);
            double north = (latitude - point[0]) * 111_320;
            double east = (longitude - point[1]) * 111_320 * Math.Cos(point[0] * Math.PI / 180);
            Assert.InRange(double.Hypot(north, east), 0, 5);
        }

        // St Mary's in the Isles of Scilly, far from where the parameters were fitted.
        Assert.InRange(worst, 4.9, 5.0);
    }

    /// <summary>The worked example of the Ordnance Survey's guide, on the Airy ellipsoid, without a change of datum: to the millimetre.</summary>
    [Fact]
    public void TheProjectionIsThatOfTheGuide()
    {
        const double Radian = Math.PI / 180;
        double latitude = 52 + (39 / 60.0) + (27.2531 / 3600), longitude = 1 + (43 / 60.0) + (4.5177 / 3600);
        (double easting, double northing) = NationalGridTransform.Project(latitude * Radian, longitude * Radian);
        Assert.Equal((651_409.903, 313_177.270), (Math.Round(easting, 3), Math.Round(northing, 3)));
        (double phi, double lambda) = NationalGridTransform.Unproject(651_409.903, 313_177.270);
        // The example's metres are rounded to the millimetre, which is about 1e-8 of a degree.
        Assert.InRange(Math.Abs((phi / Radian) - latitude), 0, 1.5e-8);
        Assert.InRange(Math.Abs((lambda / Radian) - longitude), 0, 1.5e-8);
    }

    [Fact]
    public void ThereAndBackIsWithinCentimetres()
    {
        Gen<(int East, int North)> places = from east in Gen.Choose(0, 699_999) from north in Gen.Choose(0, 1_299_999) select (east, north);
        Prop.ForAll(Arb.From(places), place =>
        {
            (double latitude, double longitude) = NationalGridTransform.ToWgs84(place.East, place.North);
            (double easting, double northing) = NationalGridTransform.FromWgs84(latitude, longitude);
            Assert.InRange(double.Hypot(easting - place.East, northing - place.North), 0, 0.05);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Theory]
    [InlineData("TG5140913177", 651_409, 313_177, 1)]
    [InlineData("TG 51 13", 651_000, 313_000, 1_000)]
    [InlineData("SV00", 0, 0, 10_000)]
    [InlineData("NN 166 712", 216_600, 771_200, 100)]
    [InlineData("HT 959 387", 395_900, 1_138_700, 100)]
    public void TheSquareFollowsFromTheText(string text, int easting, int northing, int size)
    {
        NationalGrid square = NationalGrid.Parse(text);
        Assert.Equal((easting, northing, size), (square.Easting, square.Northing, square.Size));
    }

    [Fact]
    public void EveryCornerHasItsReference()
    {
        Gen<(int East, int North)> places = from east in Gen.Choose(0, 699_999) from north in Gen.Choose(0, 1_299_999) select (east, north);
        Prop.ForAll(Arb.From(places), place =>
        {
            NationalGrid square = NationalGrid.FromEastingNorthing(place.East, place.North);
            Assert.False(square.IsMalformed);
            Assert.Equal((place.East, place.North, 1), (square.Easting, square.Northing, square.Size));
            Assert.Equal(square.Text, square.Canonical);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
        Assert.Equal("SV0000000000", NationalGrid.FromEastingNorthing(0, 0).Text);
        Assert.Equal("JM9999999999", NationalGrid.FromEastingNorthing(699_999, 1_299_999).Text);
        Assert.Throws<ArgumentOutOfRangeException>(() => NationalGrid.FromEastingNorthing(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => NationalGrid.FromEastingNorthing(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NationalGrid.FromEastingNorthing(700_000, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => NationalGrid.FromEastingNorthing(0, 1_300_000));
    }

    [Fact]
    public void EverySquareOfTheGridIsWellFormedOnceAndNoOther()
    {
        IEnumerable<string> pairs = from a in Enumerable.Range('A', 26) from b in Enumerable.Range('A', 26) select $"{(char)a}{(char)b}";
        string[] squares = [.. pairs.Where(pair => !NationalGrid.FromText(pair + "00").IsMalformed)];
        Assert.Equal(7 * 13, squares.Length);
        Assert.Equal(7 * 13, squares.Select(s => NationalGrid.Parse(s + "00")).Select(g => (g.Easting, g.Northing)).Distinct().Count());
    }

    /// <summary>The middle of the square, with what is not known of it: half its diagonal, and the transformation's error.</summary>
    [Theory]
    [InlineData("TG5140913177", 6)]
    [InlineData("TG51401317", 13)]
    [InlineData("TG51", 7_077)]
    public void APointSaysWhereItIsFromAndHowNear(string text, int accuracy)
    {
        GeoPoint point = NationalGrid.Parse(text).ToGeoPoint()!;
        Assert.Equal(("EPSG:27700", (decimal)accuracy), (point.SourceSystem, point.Accuracy));
        NationalGrid there = NationalGrid.FromGeoPoint(point), square = NationalGrid.Parse(text);
        Assert.InRange(there.Easting!.Value - square.Easting!.Value, 0, square.Size!.Value - 1);
        Assert.InRange(there.Northing!.Value - square.Northing!.Value, 0, square.Size!.Value - 1);
    }

    /// <summary>A reference that is published with its place: Ben Nevis, to the second of arc.</summary>
    [Fact]
    public void AnOldFriendIsWhereItWas()
    {
        GeoPoint point = NationalGrid.Parse("NN 166 712").ToGeoPoint()!;
        Assert.InRange(point.Latitude!.Value, 56.795m, 56.799m);
        Assert.InRange(point.Longitude!.Value, -5.007m, -5.000m);
    }

    [Fact]
    public void OffTheGridThereIsNoReference()
    {
        Assert.Null(default(NationalGrid).ToGeoPoint());
        Assert.Null(NationalGrid.FromText("nowhere").ToGeoPoint());
        Assert.Null(NationalGrid.FromText("nowhere").Easting);
        GeoPoint[] elsewhere =
        [
            new(), new() { Latitude = 51.5m }, new() { Latitude = 48.8566m, Longitude = 2.3522m }, new() { Latitude = 50, Longitude = -9.9m }, new() { Latitude = 61.9m, Longitude = -1.2m },
            new() { Latitude = 60.39m, Longitude = 5.32m }, new() { Latitude = 0, Longitude = 0 }, new() { Latitude = decimal.MaxValue, Longitude = decimal.MinValue },
        ];
        Assert.All(elsewhere, point => Assert.True(NationalGrid.FromGeoPoint(point).IsAbsent));
        Assert.Throws<ArgumentNullException>(() => NationalGrid.FromGeoPoint(null!));
    }
}
