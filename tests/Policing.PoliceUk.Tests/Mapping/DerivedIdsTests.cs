using Policing.DataModel;
using Policing.PoliceUk.Mapping;

namespace Policing.PoliceUk.Tests.Mapping;

/// <summary>Ids that are derived together are those that are derived one by one.</summary>
public class DerivedIdsTests
{
    [Fact]
    public void Of_keys_of_every_length_in_every_company()
    {
        var random = new Random(3);
        var together = new DerivedIds();
        for (var count = 0; count <= 40; count++)
        {
            var keys = Enumerable.Range(0, count).Select(_ => Key(random, random.Next(1, random.Next(2, 400)))).ToArray();
            foreach (var key in keys)
                together.Add(key);

            Assert.Equal(keys.Select(key => RecordId.Derive(KeyText.System, key)), together.Compute().ToArray());
        }
    }

    [Fact]
    public void Of_keys_around_the_ends_of_the_blocks()
    {
        var together = new DerivedIds();
        var keys = Enumerable.Range(1, 300).Select(length => new string('k', length)).Append(new string('ŷ', 16_000)).ToArray();
        foreach (var key in keys)
            together.Add(key);

        Assert.Equal(keys.Select(key => RecordId.Derive(KeyText.System, key)), together.Compute().ToArray());
        Assert.Empty(together.Compute().ToArray());
    }

    private static string Key(Random random, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => (char)(random.Next(8) == 0 ? random.Next(0x80, 0x2000) : random.Next(0x20, 0x7F))));
}
