using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.Time.Testing;
using Policing.DataModel;
using Policing.Ethics.Redaction;

namespace Policing.Ethics.Tests.Redaction;

/// <summary>The redactors that make a value coarser: vectors, and that nothing but a well-formed value gets through.</summary>
public sealed class TextRedactorTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 2, 28, 12, 0, 0, TimeSpan.Zero));

    public static TheoryData<string> Names => ["sector", "district", "year", "band", "vrm", "grid", "erase"];

    private static Redactor Of(string name) => name switch
    {
        "sector" => PostcodeRedactor.ToSector,
        "district" => PostcodeRedactor.ToDistrict,
        "year" => BirthYearRedactor.Instance,
        "band" => new AgeBandRedactor(Clock),
        "vrm" => VrmPartialRedactor.Instance,
        "grid" => new GridReferenceRedactor(1_000),
        _ => EraseRedactor.Instance,
    };

    [Theory]
    [InlineData("BS1 4TB", "BS1 4", "BS1")]
    [InlineData("bs14tb", "BS1 4", "BS1")]
    [InlineData("SW1A 1AA", "SW1A 1", "SW1A")]
    [InlineData("M1 1AE", "M1 1", "M1")]
    [InlineData("GIR 0AA", "GIR 0", "GIR")]
    [InlineData("ZZ99 3VZ", "ZZ99 3", "ZZ99")]
    [InlineData("BS1  4TB", "", "")]
    [InlineData(" BS1 4TB", "", "")]
    [InlineData("BS1 4", "", "")]
    [InlineData("90210", "", "")]
    [InlineData("ＢＳ１ ４ＴＢ", "", "")]
    [InlineData("10 High Street, BS1 4TB", "", "")]
    [InlineData("", "", "")]
    public void A_postcode_becomes_its_sector_or_district(string text, string sector, string district)
    {
        Assert.Equal(sector, PostcodeRedactor.ToSector.Redact(text));
        Assert.Equal(district, PostcodeRedactor.ToDistrict.Redact(text));
    }

    [Theory]
    [InlineData("1987", "1987")]
    [InlineData("1987-06", "1987")]
    [InlineData("1987-06-05", "1987")]
    [InlineData("1987-06-05T10:30", "1987")]
    [InlineData("1987-06-05T10:30:00+01:00", "1987")]
    [InlineData("0987-06-05", "0987")]
    [InlineData("1987-02-30", "")]
    [InlineData("05/06/1987", "")]
    [InlineData("1987-13", "")]
    [InlineData("87", "")]
    [InlineData("", "")]
    public void A_date_becomes_its_year(string text, string year) => Assert.Equal(year, BirthYearRedactor.Instance.Redact(text));

    // Today is 28 February 2026.
    [Theory]
    [InlineData("2026-02-28", "0-9")]
    [InlineData("2016-03-01", "0-9")]
    [InlineData("2016-02-28", "10-17")]
    [InlineData("2016-02-29", "0-9")]
    [InlineData("2008-02-28", "18-24")]
    [InlineData("2008-03-01", "10-17")]
    [InlineData("2008-02-29", "10-17")]
    [InlineData("1987-06-05", "35-44")]
    [InlineData("1930-01-01", "65+")]
    [InlineData("1895-01-01", "")]
    [InlineData("1987", "35-44")]
    [InlineData("1987-06", "35-44")]
    [InlineData("2008", "")]
    [InlineData("2008-01", "18-24")]
    [InlineData("2008-02", "")]
    [InlineData("2008-03", "10-17")]
    [InlineData("2026", "0-9")]
    [InlineData("2026-03-01", "")]
    [InlineData("2027", "")]
    [InlineData("9999-12-31", "")]
    [InlineData("0001", "")]
    [InlineData("1987-02-30", "")]
    public void A_date_of_birth_becomes_the_band_of_the_age_where_only_one_is_open(string text, string band) =>
        Assert.Equal(band, new AgeBandRedactor(Clock).Redact(text));

    [Fact]
    public void Bands_are_the_hosts_own_and_begin_at_nothing()
    {
        AgeBandRedactor two = new(Clock, [0, 18]);
        Assert.Equal("0-17", two.Redact("2010"));
        Assert.Equal("18+", two.Redact("1960-01-01"));
        Assert.Equal("0+", new AgeBandRedactor(Clock, [0]).Redact("1960"));
        foreach (int[] wrong in new int[][] { [], [1], [0, 0], [0, 18, 10], [0, 131], [.. Enumerable.Range(0, 33)] })
            Assert.Throws<ArgumentException>(() => new AgeBandRedactor(Clock, wrong));
        Assert.Throws<ArgumentNullException>(() => new AgeBandRedactor(null!));
    }

    [Theory]
    [InlineData("AB12 CDE", "AB12***")]
    [InlineData("ab12cde", "AB12***")]
    [InlineData("A123 BCD", "A123***")]
    [InlineData("ABC 1234", "ABC1***")]
    [InlineData("ABCDEFGHIJK", "ABCD***")]
    [InlineData("A B C D E F G H I J K", "ABCD***")]
    [InlineData("AB 1234", "")]
    [InlineData("A1", "")]
    [InlineData("B-MW 1234", "")]
    [InlineData("AB12  CDE", "")]
    [InlineData("AB12 CDE!", "")]
    [InlineData("", "")]
    public void A_mark_keeps_its_first_four_characters(string text, string partial) => Assert.Equal(partial, VrmPartialRedactor.Instance.Redact(text));

    [Theory]
    [InlineData("ST 58765 72943", 1_000, "ST5872")]
    [InlineData("ST5876572943", 10_000, "ST57")]
    [InlineData("ST5876572943", 100, "ST587729")]
    [InlineData("ST5876572943", 10, "ST58767294")]
    [InlineData("ST57", 1_000, "ST57")]
    [InlineData("ST 58 72", 1_000, "ST5872")]
    [InlineData("XX5872", 1_000, "")]
    [InlineData("ST587", 1_000, "")]
    [InlineData("51.45, -2.58", 1_000, "")]
    public void A_grid_reference_becomes_its_larger_square(string text, int metres, string square) =>
        Assert.Equal(square, new GridReferenceRedactor(metres).Redact(text));

    [Fact]
    public void A_larger_square_is_a_reference_that_holds_the_smaller()
    {
        NationalGrid point = NationalGrid.FromEastingNorthing(358_765, 172_943);
        NationalGrid square = NationalGrid.Parse(new GridReferenceRedactor(1_000).Redact(point.Text), null);
        Assert.Equal((358_000, 172_000, 1_000), (square.Easting, square.Northing, square.Size));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GridReferenceRedactor(500));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_it_says_of_the_length_is_so_and_a_short_destination_is_an_error(string name)
    {
        Redactor redactor = Of(name);
        foreach (string text in new[] { "BS1 4TB", "1987-06-05", "AB12 CDE", "ST5872", "x", "" })
        {
            int length = redactor.GetRedactedLength(text);
            Assert.Equal(length, redactor.Redact(text, new char[length]));
            Assert.Equal(length, redactor.Redact(text, new char[length + 9]));
            if (length > 0) Assert.Throws<ArgumentException>(() => redactor.Redact(text, new char[length - 1]));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Long_text_is_erased(string name) => Assert.Equal("", Of(name).Redact(new string('1', 100_000)));

    [Property(MaxTest = 500)]
    public void Anything_that_is_not_well_formed_is_erased(string? text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text ?? "");
        Assert.Equal(Postcode.IsValid(utf8), PostcodeRedactor.ToSector.Redact(text ?? "").Length > 0);
        Assert.Equal(PartialDateTime.IsValid(utf8), BirthYearRedactor.Instance.Redact(text ?? "").Length > 0);
        Assert.Equal(NationalGrid.IsValid(utf8), new GridReferenceRedactor(100).Redact(text ?? "").Length > 0);
        if (!PartialDateTime.IsValid(utf8)) Assert.Equal("", new AgeBandRedactor(Clock).Redact(text ?? ""));
        if (!Vrm.IsValid(utf8)) Assert.Equal("", VrmPartialRedactor.Instance.Redact(text ?? ""));
        Assert.Equal("", EraseRedactor.Instance.Redact(text ?? ""));
    }

    [Property(MaxTest = 500)]
    public void No_postcode_of_a_sector_can_be_told_from_another(DoNotSize<int> any)
    {
        Random random = new(any.Item);
        string inward = new([(char)('0' + random.Next(10)), "ABDEFGHJLNPQRSTUWXYZ"[random.Next(20)], "ABDEFGHJLNPQRSTUWXYZ"[random.Next(20)]]);
        Assert.Equal($"BS1 {inward[0]}", PostcodeRedactor.ToSector.Redact($"BS1 {inward}"));
        Assert.Equal($"BS1 {inward[0]}", PostcodeRedactor.ToSector.Redact($"bs1{inward}"));
    }
}
