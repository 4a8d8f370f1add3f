using System.Collections.Immutable;

namespace Policing.DataModel.Tests.Values;

public sealed class PncIdTests : TextValueBattery<PncId>
{
    protected override ImmutableArray<string> Ascending => ["1967/9893091D", "1979/0163001B", "1981/0000034U", "2000/0000223R", "2002/0073319Z", "2003/0000003Y"];

    protected override ImmutableArray<(string Text, string Canonical)> Spellings =>
    [
        ("81/34U", "1981/0000034U"),
        ("81/0000034U", "1981/0000034U"),
        ("8134U", "1981/0000034U"),
        ("19810000034U", "1981/0000034U"),
        ("1981000034U", "1981/0000034U"),
        ("1981/34U", "1981/0000034U"),
        ("02/73319Z", "2002/0073319Z"),
        ("00/223R", "2000/0000223R"),
        ("79/163001B", "1979/0163001B"),
        ("033Y", "2003/0000003Y"),
        ("67/9893091D", "1967/9893091D"),
        ("0273319Z", "2002/0073319Z"),
        ("79163001B", "1979/0163001B"),
        ("20020073319Z", "2002/0073319Z"),
    ];

    protected override ImmutableArray<string> Malformed =>
    [
        "1981/0000034V", "1981/0000035U", "1981/0000034u", "1981/34", "81/U", "/34U", "81//34U", "81-34U", "81/34 U",
        "1981/00000034U", "81/00000034U", "981/0000034U", "1881/0000034U", "2181/0000034U", "8/0000034U", "20030011985Z",
        "20120052494O", "20230583843N", "2001/0171310S", "90/570L", "1981/0000034I",
    ];

    /// <summary>Two digits are a year from 1939 to 2038, whatever the day; four say for themselves.</summary>
    [Theory]
    [InlineData(0, "2000")]
    [InlineData(38, "2038")]
    [InlineData(39, "1939")]
    [InlineData(99, "1999")]
    public void TwoDigitsOfTheYearHaveOneMeaning(int year, string canonical)
    {
        string letter = CheckLetters.For((year * 10_000_000L) + 1);
        Assert.StartsWith(canonical + "/0000001", PncId.Parse($"{year:D2}/1{letter}").Canonical);
        Assert.Equal($"20{year:D2}/0000001{letter}", PncId.Parse($"20{year:D2}/1{letter}").Canonical);
        Assert.Equal($"19{year:D2}/0000001{letter}", PncId.Parse($"19{year:D2}/1{letter}").Canonical);
    }
}
