using FsCheck;
using FsCheck.Xunit;
using Policing.DataModel;
using Policing.Ethics.Redaction;

namespace Policing.Ethics.Tests.Redaction;

public sealed class PointGridTests
{
    private static GeoPoint Point(decimal? latitude, decimal? longitude, decimal? accuracy = null) => new() { Latitude = latitude, Longitude = longitude, Accuracy = accuracy };

    [Property(MaxTest = 1_000)]
    public void A_point_moves_by_half_a_diagonal_at_most_and_stays_there(DoNotSize<int> any)
    {
        Random random = new(any.Item);
        int metres = random.Next(100, 50_001);
        GeoPoint point = Point(Math.Round((decimal)((random.NextDouble() * 160) - 80), 7), Math.Round((decimal)((random.NextDouble() * 360) - 180), 7));
        PointGrid grid = new(metres);

        GeoPoint moved = grid.Snap(point)!;

        Assert.Equal(moved, grid.Snap(moved));
        Assert.True(Metres(point, moved) <= (metres * 0.7072) + 1 + (metres * 0.02), $"{metres}");
        Assert.True(moved.Anonymised);
        Assert.Equal(Math.Ceiling((decimal)(metres * Math.Sqrt(0.5))), moved.Accuracy);
    }

    [Fact]
    public void Points_of_a_cell_become_one_point()
    {
        PointGrid grid = new(1_000);
        GeoPoint middle = grid.Snap(Point(51.4545m, -2.5879m))!;
        HashSet<GeoPoint> near = [];
        for (int i = -4; i <= 4; i++)
            for (int j = -4; j <= 4; j++) near.Add(grid.Snap(Point(middle.Latitude + (i * 0.001m), middle.Longitude + (j * 0.0015m)))!);
        Assert.Equal(middle, Assert.Single(near));
    }

    [Theory]
    [InlineData(90, 180)]
    [InlineData(-90, -180)]
    [InlineData(90, -180)]
    [InlineData(0, 0)]
    [InlineData(-0.0000001, 179.9999999)]
    public void The_ends_of_the_earth_have_cells_too(double latitude, double longitude)
    {
        foreach (int metres in new[] { 100, 777, 50_000 })
        {
            GeoPoint moved = new PointGrid(metres).Snap(Point((decimal)latitude, (decimal)longitude))!;
            Assert.InRange(moved.Latitude!.Value, -90, 90);
            Assert.InRange(moved.Longitude!.Value, -180, 180);
            Assert.Equal(moved, new PointGrid(metres).Snap(moved));
        }
    }

    [Fact]
    public void What_is_missing_or_out_of_range_has_no_cell()
    {
        PointGrid grid = new(1_000);
        Assert.Null(grid.Snap(Point(null, -2)));
        Assert.Null(grid.Snap(Point(51, null)));
        Assert.Null(grid.Snap(Point(90.1m, 0)));
        Assert.Null(grid.Snap(Point(0, -180.1m)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PointGrid(99));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PointGrid(50_001));
    }

    [Theory]
    [InlineData(null, 708)]
    [InlineData("0", 708)]
    [InlineData("-5", 708)]
    [InlineData("1", 1708)]
    [InlineData("1000", 1708)]
    [InlineData("1000.5", 2708)]
    public void The_points_own_accuracy_is_rounded_up_to_whole_cells(string? own, int accuracy) =>
        Assert.Equal(accuracy, new PointGrid(1_000).Snap(Point(51, -2, own is null ? null : decimal.Parse(own, System.Globalization.CultureInfo.InvariantCulture)))!.Accuracy);

    [Fact]
    public void The_point_given_is_untouched_and_its_other_members_stay_behind()
    {
        GeoPoint point = Point(51.4545m, -2.5879m) with { SourceSystem = "EPSG:27700" };
        GeoPoint moved = new PointGrid(100).Snap(point)!;
        Assert.Equal(Point(51.4545m, -2.5879m) with { SourceSystem = "EPSG:27700" }, point);
        Assert.Null(moved.SourceSystem);
    }

    // Over a sphere of the same degree: near enough for cells of 50 km.
    private static double Metres(GeoPoint from, GeoPoint to)
    {
        double north = (double)(to.Latitude - from.Latitude)! * 111_320;
        double east = (double)(to.Longitude - from.Longitude)! * 111_320 * Math.Cos((double)to.Latitude! * Math.PI / 180);
        return Math.Sqrt((north * north) + (east * east));
    }
}
