using Policing.DataModel;
using Policing.PoliceUk.Api;

namespace Policing.PoliceUk.Tests.Api;

public class DataMonthTests
{
    [Theory]
    [InlineData("2024-01")]
    [InlineData("0001-12")]
    [InlineData("9999-12")]
    public void A_month_is_read_and_written_alike(string text)
    {
        Assert.Equal(text, DataMonth.Parse(text).ToString());
        Assert.Equal(DataMonth.Parse(text), DataMonth.Of(PartialDateTime.FromText(text)));
        Assert.Equal(text, DataMonth.Parse(text).ToPartialDateTime().Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2024-1")]
    [InlineData("2024-13")]
    [InlineData("2024-00")]
    [InlineData("0000-01")]
    [InlineData("2024-01-01")]
    [InlineData("+024-01")]
    [InlineData("２０２４-01")]
    public void Anything_else_is_none_and_is_not_quoted(string text)
    {
        Assert.False(DataMonth.TryParse(text, null, out var month));
        Assert.True(month.IsAbsent);
        var thrown = Assert.Throws<FormatException>(() => DataMonth.Parse(text));
        Assert.True(text.Length == 0 || !thrown.Message.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void Months_are_counted_over_the_turn_of_a_year()
    {
        var month = new DataMonth(2023, 11);

        Assert.Equal(new DataMonth(2024, 2), month.AddMonths(3));
        Assert.Equal(new DataMonth(2022, 12), month.AddMonths(-11));
        Assert.Equal(["2023-11", "2023-12", "2024-01"], month.Through(new DataMonth(2024, 1)).Select(m => m.ToString()));
        Assert.Empty(month.Through(new DataMonth(2023, 10)));
        Assert.True(month < month.AddMonths(1));
        Assert.Equal((2023, 11), (month.Year, month.Month));
    }

    [Fact]
    public void Default_is_no_month()
    {
        DataMonth none = default;

        Assert.True(none.IsAbsent);
        Assert.Equal("", none.ToString());
        Assert.Equal((0, 0), (none.Year, none.Month));
        Assert.True(none < new DataMonth(1, 1));
        Assert.True(none.ToPartialDateTime().IsAbsent);
        Assert.Empty(none.Through(new DataMonth(2024, 1)));
        Assert.Throws<InvalidOperationException>(() => none.AddMonths(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DataMonth(1, 1).AddMonths(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DataMonth(9999, 12).AddMonths(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DataMonth(2024, 13));
    }

    [Fact]
    public void A_part_of_a_date_that_has_no_month_is_none() => Assert.True(DataMonth.Of(PartialDateTime.FromYear(2024)).IsAbsent);
}
