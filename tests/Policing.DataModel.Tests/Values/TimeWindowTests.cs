using Policing.DataModel.Codes;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Values;

public sealed class TimeWindowTests
{
    private static readonly PartialDateTime First = PartialDateTime.Parse("2025-02-01"), Second = PartialDateTime.Parse("2025-02-03T10:15");

    private static readonly (string Code, TimeWindow Window)[] Windows =
    [
        ("1", TimeWindow.OnOrIn(First)),
        ("2", TimeWindow.Before(First)),
        ("3", TimeWindow.After(First)),
        ("4", TimeWindow.Between(First, Second)),
        ("5", TimeWindow.OnOrAbout(First)),
        ("6", TimeWindow.OnOrBefore(First)),
    ];

    [Fact]
    public void EveryOffenceDateCodeMapsBothWays()
    {
        Assert.Equal(OffenceDateCode.BuiltIn.ToArray().Select(c => c.Code), Windows.Select(w => w.Code));
        foreach ((string code, TimeWindow window) in Windows)
        {
            Assert.Equal(code, window.ToDateCode());
            Assert.Equal(window, TimeWindow.FromDateCode(code, window.Start, window.End));
            Assert.Equal(First, window.Start);
            Assert.Equal(code == "4" ? Second : default, window.End);
            Crime crime = new() { Id = RecordId.New(), Occurred = window };
            Assert.DoesNotContain(new PolicingValidator().Validate(crime).Findings, f => f.Rule == FindingRules.TimeWindow);
        }
    }

    [Fact]
    public void WithoutAKindItIsOnOrInAndWithAnEndBetween()
    {
        Assert.Equal("1", new TimeWindow { Start = First }.ToDateCode());
        Assert.Equal("4", new TimeWindow { Start = First, End = Second }.ToDateCode());
    }

    [Fact]
    public void ACodeThatIsNoneIsKept()
    {
        TimeWindow window = TimeWindow.FromDateCode("9", First);
        Assert.Equal(("9", false), (window.ToDateCode(), window.Kind!.IsBuiltIn));
        OffenceDateCode other = OffenceDateCode.From(new CodeParts { Code = "ABOUT", List = "https://example.org/dates" });
        Assert.Null((window with { Kind = other }).ToDateCode());
        OffenceDateCode mapped = OffenceDateCode.From(new CodeParts { Code = "ABOUT", List = "https://example.org/dates", National = "5" });
        Assert.Equal("5", (window with { Kind = mapped }).ToDateCode());
        Assert.Throws<ArgumentException>(() => TimeWindow.FromDateCode("", First));
        Assert.Throws<ArgumentNullException>(() => TimeWindow.FromDateCode(null!, First));
    }
}
