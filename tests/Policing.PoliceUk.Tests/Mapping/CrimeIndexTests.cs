using Policing.DataModel;
using Policing.PoliceUk.Mapping;

namespace Policing.PoliceUk.Tests.Mapping;

public sealed class CrimeIndexTests
{
    private static readonly RecordId First = RecordId.Derive("test", "first");
    private static readonly RecordId Second = RecordId.Derive("test", "second");
    private static readonly RecordId Third = RecordId.Derive("test", "third");

    [Fact]
    public void One_crime_is_found_also_when_it_was_read_twice()
    {
        var crimes = Index((1, First), (2, First));

        Assert.Equal(First, crimes.Find(Columns.KnownId, out var several));
        Assert.False(several);
    }

    [Fact]
    public void Of_several_none_is_found()
    {
        Assert.True(Index((1, First), (1, Second)).Find(Columns.KnownId, out var several).IsAbsent);
        Assert.True(several);
        Assert.True(new CrimeIndex().Find(Columns.KnownId, out several).IsAbsent);
        Assert.False(several);
    }

    [Fact]
    public void Crimes_of_an_unreadable_input_are_forgotten_and_no_others()
    {
        var crimes = Index((1, First), (2, Second), (2, Third));
        crimes.Add("another", Third);
        crimes.TakeBack();

        Assert.Equal(First, crimes.Find(Columns.KnownId, out _));
        Assert.True(crimes.Find("another", out _).IsAbsent);

        var shared = Index((1, First), (2, Second), (3, Third));
        shared.TakeBack();
        shared.Find(Columns.KnownId, out var several);
        Assert.True(several);
    }

    [Fact]
    public void Forgetting_many_crimes_leaves_all_others()
    {
        var crimes = new CrimeIndex();
        for (var i = 0; i < 1_000; i++)
        {
            crimes.Begin(1 + (i % 2));
            crimes.Add($"id {i}", First);
        }

        crimes.TakeBack();

        Assert.All(Enumerable.Range(0, 1_000), i => Assert.Equal(i % 2 == 1, crimes.Find($"id {i}", out _).IsAbsent));
    }

    [Theory]
    [InlineData("0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeg")]
    [InlineData(" 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcde")]
    public void A_Crime_ID_is_its_text(string other)
    {
        var crimes = Index((1, First));
        crimes.Add(other, Second);

        Assert.Equal((First, Second), (crimes.Find(Columns.KnownId, out _), crimes.Find(other, out _)));
    }

    private static CrimeIndex Index(params (int Input, RecordId Record)[] added)
    {
        var crimes = new CrimeIndex();
        foreach (var (input, record) in added)
        {
            crimes.Begin(input);
            crimes.Add(Columns.KnownId, record);
        }

        return crimes;
    }
}
