using Policing.Ethics.Redaction;

namespace Policing.Ethics.Tests.Redaction;

public sealed class RedactorSetTests
{
    [Fact]
    public void Those_that_are_built_in_need_no_key()
    {
        string[] names =
        [
            "erase", "postcode-sector", "postcode-district", "birth-year", "age-band", "vrm-partial", "grid-reference-100m", "grid-reference-1km",
            "grid-reference-10km", "grid-100m", "grid-1km", "grid-10km",
        ];
        Assert.All(names, name => Assert.True(RedactorSet.BuiltIn.TryGet(name, out _)));
        Assert.False(RedactorSet.BuiltIn.TryGet("pseudonym", out _));
    }

    [Fact]
    public void A_set_with_another_leaves_the_set_as_it_was()
    {
        RedactorSet mine = RedactorSet.BuiltIn.With("mine", EraseRedactor.Instance).With("erase", new PointGrid(100));
        Assert.True(mine.TryGet("mine", out _));
        Assert.True(mine.TryGet("erase", out object? other) && other is PointGrid);
        Assert.False(RedactorSet.BuiltIn.TryGet("mine", out _));
        Assert.True(RedactorSet.BuiltIn.TryGet("erase", out object? erase) && erase is EraseRedactor);
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("a b")]
    [InlineData("a/b")]
    public void A_name_is_small_letters_digits_and_hyphens(string name)
    {
        Assert.Throws<ArgumentException>(() => RedactorSet.BuiltIn.With(name, EraseRedactor.Instance));
        Assert.Throws<ArgumentException>(() => RedactorSet.BuiltIn.With(name, new PointGrid(100)));
        Assert.Throws<ArgumentNullException>(() => RedactorSet.BuiltIn.With("a", (PointGrid)null!));
    }
}
