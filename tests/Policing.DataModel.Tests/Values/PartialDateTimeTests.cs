using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace Policing.DataModel.Tests.Values;

public sealed class PartialDateTimeTests : TextValueBattery<PartialDateTime>
{
    protected override ImmutableArray<string> Ascending =>
    [
        "0001", "1980", "1980-02", "1980-02-29", "1980-02-29T10:15", "1980-02-29T10:15+01:00", "1980-02-29T10:15-00:30", "1980-02-29T10:15:00", "1980-02-29T10:15:00+00:00",
        "1980-02-29T10:15:00-14:00", "1980-02-29T10:15:00.0", "1980-02-29T10:15:00.0000000Z", "1980-02-29T10:15:00.00Z", "1980-02-29T10:15:00Z", "1980-02-29T10:15Z", "1980-03", "1981", "9999-12-31T23:59:59.9999999-23:59",
    ];

    protected override ImmutableArray<string> Malformed =>
    [
        "0000", "980", "19800", "1980-", "1980-2", "1980-00", "1980-13", "1980/02", "1980-02-30", "1981-02-29", "1980-02-00", "1980-02-29T", "1980-02-29T10",
        "1980-02-29T10:1", "1980-02-29 10:15", "1980-02-29T24:00", "1980-02-29T10:60", "1980-02-29T10:15:60", "1980-02-29T10:15:6", "1980-02-29T10:15:00.", "1980-02-29T10:15:00.12345678",
        "1980-02-29T10:15z", "1980-02-29T10:15-00:00", "1980-02-29T10:15+1:00", "1980-02-29T10:15+24:00", "1980-02-29T10:15+0100", "1980-02Z", "1980-02-29Z", "29/02/1980", "yesterday",
    ];

    private static PartialDateTime Of(string text) => PartialDateTime.Parse(text);

    private static Gen<PartialDateTime> Any()
    {
        Gen<PartialDateTime> date =
            from day in Gen.Choose(-400, 400)
            from how in Gen.Choose(0, 2)
            let at = new DateOnly(1980, 2, 29).AddDays(day)
            select how == 0 ? PartialDateTime.FromYear(at.Year) : how == 1 ? PartialDateTime.FromMonth(at.Year, at.Month) : PartialDateTime.FromDate(at);
        Gen<PartialDateTime> time =
            from second in Gen.Choose(-200, 200)
            from end in Gen.Elements("", ":ss", ":ss.f", ":ss.fffffff")
            from offset in Gen.Elements("", "Z", "+00:00", "+01:00", "-00:01", "+14:00", "-23:59")
            select Of(new DateTime(1980, 2, 29, 0, 1, 0).AddSeconds(second).AddTicks(second * 1_234_567L).ToString("yyyy-MM-ddTHH:mm" + end) + offset);
        return Gen.OneOf(date, time);
    }

    private static void ForAll(Action<PartialDateTime, PartialDateTime, PartialDateTime> check) =>
        Prop.ForAll(Arb.From(Any()), Arb.From(Any()), Arb.From(Any()), check).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Fact]
    public void OrderIsThatOfTheText() =>
        ForAll((a, b, _) => Assert.Equal(Math.Sign(string.CompareOrdinal(a.Text, b.Text)), Math.Sign(a.CompareTo(b))));

    [Fact]
    public void EqualityIsOfWhatWasWritten()
    {
        ForAll((a, b, _) => Assert.Equal(a.Text == b.Text, a == b));
        Assert.NotEqual(Of("1980"), Of("1980-01-01"));
        Assert.NotEqual(Of("1980-01-01T10:00Z"), Of("1980-01-01T10:00+00:00"));
    }

    [Fact]
    public void BeforeIsAStrictOrderAndNeverWhatCouldBeTheSame()
    {
        ForAll((a, b, c) =>
        {
            Assert.True(a.CouldBe(a));
            Assert.False(a.IsBefore(a));
            Assert.Equal(a.CouldBe(b), b.CouldBe(a));
            Assert.False(a.IsBefore(b) && b.IsBefore(a));
            Assert.False(a.IsBefore(b) && a.CouldBe(b));
        });
    }

    /// <summary>With one kind of clock, the first date and the last decide; with offsets on both sides, the instants do.</summary>
    [Fact]
    public void WhatIsNeitherBeforeNorAfterCouldBeTheSame()
    {
        ForAll((a, b, c) =>
        {
            Assert.True(a.IsBefore(b) || b.IsBefore(a) || a.CouldBe(b), $"{a} {b}");
            if (a.IsBefore(b) && b.IsBefore(c) && a.Offset is null && b.Offset is null && c.Offset is null) Assert.True(a.IsBefore(c));
        });
    }

    [Theory]
    [InlineData("1980", "1980-01-01", "1980-12-31")]
    [InlineData("1980-02", "1980-02-01", "1980-02-29")]
    [InlineData("1981-02", "1981-02-01", "1981-02-28")]
    [InlineData("1980-02-29", "1980-02-29", "1980-02-29")]
    [InlineData("1980-02-29T23:59", "1980-02-29", "1980-02-29")]
    [InlineData("9999", "9999-01-01", "9999-12-31")]
    public void EarliestAndLatest(string text, string earliest, string latest) =>
        Assert.Equal((DateOnly.Parse(earliest), DateOnly.Parse(latest)), (Of(text).Earliest, Of(text).Latest));

    [Theory]
    [InlineData("1980", "1981", true, false)]
    [InlineData("1980", "1980-06", false, true)]
    [InlineData("1980-05", "1980-06", true, false)]
    [InlineData("1980-05-31T10:15", "1980-05-31T10:16", false, true)]
    [InlineData("1980-05-31T10:15Z", "1980-05-31T10:16Z", true, false)]
    // A minute is sixty seconds long: the second may be one of them.
    [InlineData("1980-05-31T10:15Z", "1980-05-31T10:15:30Z", false, true)]
    [InlineData("1980-05-31T10:15:30Z", "1980-05-31T10:15Z", false, true)]
    [InlineData("1980-05-31T10:15:30Z", "1980-05-31T10:15:30.5Z", false, true)]
    [InlineData("1980-05-31T10:15:30.5Z", "1980-05-31T10:15:30.55Z", false, true)]
    [InlineData("1980-05-31T10:15:30.5Z", "1980-05-31T10:15:30.6Z", true, false)]
    [InlineData("1980-05-31T11:15+01:00", "1980-05-31T10:15Z", false, true)]
    [InlineData("1980-05-31T23:30-01:00", "1980-06-01T00:15Z", false, false)]
    public void BeforeAndCouldBe(string left, string right, bool isBefore, bool couldBe)
    {
        Assert.Equal((isBefore, couldBe), (Of(left).IsBefore(Of(right)), Of(left).CouldBe(Of(right))));
        Assert.Equal(couldBe, Of(right).CouldBe(Of(left)));
    }

    [Fact]
    public void WhatIsNotKnownIsNeitherBeforeNorTheSame()
    {
        foreach (PartialDateTime none in (PartialDateTime[])[default, PartialDateTime.FromText("yesterday")])
        {
            Assert.False(none.IsBefore(Of("1980")) || Of("1980").IsBefore(none) || none.CouldBe(none) || none.CouldBe(Of("1980")));
            Assert.Equal((null, null, null, null, null, 0, DatePrecision.None), (none.Earliest, none.Latest, none.Date, none.Month, none.Instant, none.Year, none.Precision));
            Assert.Equal(LondonTime.NotApplicable, none.InLondon);
        }
    }

    [Fact]
    public void PartsAreThoseWritten()
    {
        PartialDateTime time = Of("1980-02-29T10:15:30.250+01:00");
        Assert.Equal((1980, 2, new DateOnly(1980, 2, 29), new TimeOnly(10, 15, 30, 250), TimeSpan.FromHours(1)), (time.Year, time.Month, time.Date, time.Time, time.Offset));
        Assert.Equal(new DateTimeOffset(1980, 2, 29, 10, 15, 30, 250, TimeSpan.FromHours(1)), time.Instant);
        Assert.Null(Of("1980").Month);
        Assert.Null(Of("1980-02").Date);
        Assert.Null(Of("1980-02-29").Time);
        Assert.Null(Of("1980-02-29T10:15").Offset);
        Assert.Null(Of("1980-02-29T10:15").Instant);
        Assert.Null(Of("0001-01-01T00:00+01:00").Instant);
        Assert.Null(Of("1980-02-29T10:15+15:00").Instant);
        Assert.Equal("1980-02-29T10:15", PartialDateTime.FromLocal(new(1980, 2, 29), new(10, 15, 59)).Text);
        Assert.Equal("1980-02-29T10:15:30Z", PartialDateTime.FromInstant(new DateTimeOffset(1980, 2, 29, 10, 15, 30, 999, TimeSpan.Zero)).Text);
        Assert.Equal("1980-02-29T10:15:30-03:30", PartialDateTime.FromInstant(new DateTimeOffset(1980, 2, 29, 10, 15, 30, TimeSpan.FromHours(-3.5))).Text);
    }

    /// <summary>Every minute for three hours around each change from 1996 to 2040, and a spread of others, against the time-zone database.</summary>
    [Fact]
    public void LondonsClocksAreThoseOfTheTimeZoneDatabase()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById("Europe/London", out TimeZoneInfo? london)) Assert.Skip("This machine has no time-zone database.");
        int changes = 0;
        for (DateTime hour = new(1996, 1, 1); hour.Year <= 2040; hour = hour.AddHours(1))
        {
            bool isChange = london.IsInvalidTime(hour) || london.IsAmbiguousTime(hour);
            if (isChange) changes++;
            if (hour.Hour != 12 && !isChange) continue;
            for (int minute = isChange ? -90 : 0; minute <= (isChange ? 90 : 0); minute++)
            {
                DateTime at = hour.AddMinutes(minute);
                LondonTime expected = london.IsInvalidTime(at) ? LondonTime.DoesNotExist
                    : london.IsAmbiguousTime(at) ? LondonTime.Ambiguous
                    : london.IsDaylightSavingTime(at) ? LondonTime.Summer : LondonTime.Winter;
                PartialDateTime local = PartialDateTime.FromLocal(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at));
                Assert.Equal((at, expected), (at, local.InLondon));
            }
        }

        Assert.Equal(90, changes);
    }

    /// <summary>The minutes on both sides of changes whose days are history, without asking the machine: its database may be old or missing.</summary>
    [Theory]
    [InlineData("1996-03-31", "1996-10-27")]
    [InlineData("1997-03-30", "1997-10-26")]
    [InlineData("1999-03-28", "1999-10-31")]
    [InlineData("2000-03-26", "2000-10-29")]
    [InlineData("2002-03-31", "2002-10-27")]
    [InlineData("2010-03-28", "2010-10-31")]
    [InlineData("2016-03-27", "2016-10-30")]
    [InlineData("2020-03-29", "2020-10-25")]
    [InlineData("2024-03-31", "2024-10-27")]
    [InlineData("2025-03-30", "2025-10-26")]
    public void LondonsClocksChangeAtOneInTheMorning(string forward, string back)
    {
        (string, LondonTime)[] minutes =
        [
            (forward + "T00:59", LondonTime.Winter), (forward + "T01:00", LondonTime.DoesNotExist), (forward + "T01:59:59.9", LondonTime.DoesNotExist), (forward + "T02:00", LondonTime.Summer),
            (back + "T00:59", LondonTime.Summer), (back + "T01:00", LondonTime.Ambiguous), (back + "T01:59:59.9", LondonTime.Ambiguous), (back + "T02:00", LondonTime.Winter),
        ];
        Assert.All(minutes, m => Assert.Equal(m, (m.Item1, Of(m.Item1).InLondon)));
        // With an offset nothing is in doubt, and nothing is asked.
        Assert.All(minutes, m => Assert.Equal(LondonTime.NotApplicable, Of(m.Item1 + "Z").InLondon));
    }

    [Theory]
    [InlineData("1995-07-01T12:00")]
    [InlineData("1995-03-26T01:30")]
    [InlineData("1995-10-22T01:30")]
    [InlineData("1970-01-01T12:00")]
    [InlineData("2025-07-01T12:00Z")]
    [InlineData("2025-07-01")]
    public void LondonSaysNothingWhereItWasNotAsked(string text) => Assert.Equal(LondonTime.NotApplicable, Of(text).InLondon);
}
