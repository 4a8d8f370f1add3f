using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Policing.DataModel.Tests.Values;

public sealed class RecordedTimeTests : TextValueBattery<RecordedTime>
{
    protected override ImmutableArray<string> Ascending =>
    [
        "0001-01-01T00:00:00Z",
        "2026-03-04T10:15:29.9999999Z",
        "2026-03-04T11:15:30+01:00",
        "2026-03-04T10:15:30.0000001Z",
        "2026-03-04T10:15:30.1Z",
        "2026-03-04T10:15:30-14:00",
        "9999-12-31T23:59:59.9999999Z",
    ];

    protected override ImmutableArray<(string Text, string Canonical)> Spellings =>
    [
        ("2024-02-29T10:15:30+00:00", "2024-02-29T10:15:30Z"),
        ("2024-02-29T10:15:30.000Z", "2024-02-29T10:15:30Z"),
        ("2026-03-04T10:15:30.1000000+14:00", "2026-03-03T20:15:30.1Z"),
    ];

    protected override ImmutableArray<string> Malformed =>
    [
        "2026-03-04T10:15:30", "2026-03-04", "2026-03-04T10:15Z", "2026-03-04 10:15:30Z", "2026-03-04t10:15:30Z", "2026-03-04T10:15:30z",
        "2026-02-29T10:15:30Z", "2026-13-01T10:15:30Z", "2026-00-01T10:15:30Z", "0000-01-01T10:15:30Z", "2026-03-00T10:15:30Z",
        "2026-03-04T24:00:00Z", "2026-03-04T10:60:30Z", "2026-12-31T23:59:60Z", "2026-03-04T10:15:30.Z", "2026-03-04T10:15:30.12345678Z",
        "2026-03-04T10:15:30+0100", "2026-03-04T10:15:30+1:00", "2026-03-04T10:15:30-00:00", "2026-03-04T10:15:30+14:01", "2026-03-04T10:15:30+24:00",
        "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "2026-03-04T10:15:30,5Z", "20260304T101530Z",
    ];

    [Fact]
    public void TheSameInstantIsEqualHoweverItIsWritten()
    {
        RecordedTime[] same = [.. ((string[])["2026-03-04T10:15:30Z", "2026-03-04T10:15:30+00:00", "2026-03-04T11:15:30.000+01:00"]).Select(t => RecordedTime.Parse(t))];
        Assert.All(same, t => Assert.Equal(same[0], t));
        Assert.Single(same.Select(t => t.GetHashCode()).Distinct());
        Assert.True(same[0] == same[1] && same[0] <= same[2] && same[0] >= same[2] && !(same[0] < same[1]) && !(same[0] > same[1]) && !(same[0] != same[1]));
        Assert.Equal(TimeSpan.FromHours(1), same[2].Instant!.Value.Offset);
    }

    [Fact]
    public void AnInstantComesBackAsItWas()
    {
        Gen<DateTimeOffset> instants =
            from ticks in Gen.Choose(int.MinValue, int.MaxValue).Two()
            from hours in Gen.Choose(-14, 14)
            select new DateTimeOffset(new DateTime(2000, 1, 2).Ticks + (long)(ticks.Item1 * 1e8) + ticks.Item2 % 10_000_000, TimeSpan.Zero).ToOffset(TimeSpan.FromHours(hours));
        Prop.ForAll(Arb.From(instants), instant =>
        {
            RecordedTime time = RecordedTime.From(instant);
            Assert.Equal(instant, time.Instant);
            Assert.Equal(instant, DateTimeOffset.Parse(time.Text, CultureInfo.InvariantCulture));
            Assert.Equal(time, RecordedTime.Parse(time.Text));
            Assert.EndsWith("Z", time.Text);
            string written = instant.ToString("yyyy-MM-ddTHH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture);
            Assert.Equal((instant, written), (RecordedTime.Parse(written).Instant, RecordedTime.Parse(written).Text));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    [Fact]
    public void NowIsToTheMillisecond()
    {
        DateTimeOffset now = new DateTimeOffset(2026, 3, 4, 10, 15, 30, 120, TimeSpan.FromHours(1)).AddTicks(7);
        Assert.Equal("2026-03-04T09:15:30.12Z", RecordedTime.Now(new Clock(now)).Text);
        Assert.Throws<ArgumentNullException>(() => RecordedTime.Now(null!));
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
