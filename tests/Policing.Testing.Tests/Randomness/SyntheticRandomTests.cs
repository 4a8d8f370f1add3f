using FsCheck.Xunit;

namespace Policing.Testing.Tests.Randomness;

public class SyntheticRandomTests
{
    /// <summary>The first numbers of SplitMix64 for the seed 1234567, as published with its reference implementations.</summary>
    [Fact]
    public void It_is_SplitMix64()
    {
        var random = new SyntheticRandom(1234567);
        ulong[] numbers = [random.Next(), random.Next(), random.Next(), random.Next(), random.Next()];
        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            numbers);
    }

    [Property]
    public bool A_shuffle_goes_back_where_it_came_from(ulong seed, FsCheck.PositiveInt size, FsCheck.NonNegativeInt value)
    {
        var shuffle = new Shuffle(seed, size.Get);
        return shuffle.Back(shuffle.Forward(value.Get % size.Get)) == value.Get % size.Get;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(499)]
    [InlineData(500)]
    [InlineData(2_000_000)]
    public void A_shuffle_is_one_to_one(int size)
    {
        var shuffle = new Shuffle(42, size);
        var seen = new bool[size];
        for (var i = 0; i < size; i++)
        {
            seen[shuffle.Forward(i)] = true;
            Assert.Equal(i, shuffle.Back(shuffle.Forward(i)));
        }

        Assert.DoesNotContain(false, seen);
    }

    [Fact]
    public void Below_reaches_every_number_and_no_other()
    {
        var random = new SyntheticRandom(1);
        var seen = new int[7];
        for (var i = 0; i < 7_000; i++)
        {
            seen[random.Below(7)]++;
        }

        Assert.All(seen, count => Assert.InRange(count, 850, 1_150));
    }

    [Fact]
    public void Seeds_differ_by_every_part()
    {
        ulong[] seeds =
        [
            SyntheticRandom.Combine(1, "a"), SyntheticRandom.Combine(1, "b"), SyntheticRandom.Combine(2, "a"),
            SyntheticRandom.Combine(1, 0), SyntheticRandom.Combine(1, 1), SyntheticRandom.Combine(0, 1),
        ];
        Assert.Equal(seeds.Length, seeds.Distinct().Count());
    }
}
