using System.Globalization;
using FsCheck.Xunit;
using Policing.DataModel;

namespace Policing.Testing.Tests.SafeRangeTests;

public class SafeRangesTests
{
    [Property]
    public bool Whatever_is_made_is_safe(ulong number) =>
        SafeRanges.IsSafeTelephone(SafeRanges.Telephone(number))
        && SafeRanges.IsSafeTelephone(SafeRanges.MobileTelephone(number))
        && SafeRanges.IsSafeEmailAddress(SafeRanges.EmailAddress(number))
        && SafeRanges.IsSafePncId(SafeRanges.PncId(number))
        && SafeRanges.IsSafeArrestSummonsNumber(SafeRanges.ArrestSummonsNumber(number))
        && SafeRanges.IsSafeCaseUrn(SafeRanges.CaseUrn(number))
        && SafeRanges.IsSafeNationalInsuranceNumber(SafeRanges.NationalInsuranceNumber(number))
        && SafeRanges.IsSafeDriverNumber(SafeRanges.DriverNumber(number))
        && SafeRanges.IsSafePostcode(SafeRanges.Postcode(number))
        && SafeRanges.IsSafeLsoaCode(SafeRanges.LsoaCode(number))
        && SafeRanges.IsSafeLsoaCode(SafeRanges.LsoaCode(number, isWelsh: true))
        && SafeRanges.IsSafePoint(SafeRanges.Point(number));

    [Property]
    public void Whatever_is_made_is_a_well_formed_value(ulong number)
    {
        Assert.Equal(44, TelephoneNumber.Parse(SafeRanges.Telephone(number)).CountryCode);
        Assert.False(TelephoneNumber.FromText(SafeRanges.MobileTelephone(number)).IsMalformed);
        Assert.Equal(SafeRanges.PncId(number), PncId.Parse(SafeRanges.PncId(number)).Canonical);
        Assert.False(ArrestSummonsNumber.Parse(SafeRanges.ArrestSummonsNumber(number)).IsDummy);
        Assert.False(CaseUrn.Parse(SafeRanges.CaseUrn(number)).IsDummy);
        Assert.False(NationalInsuranceNumber.FromText(SafeRanges.NationalInsuranceNumber(number)).IsMalformed);
        Assert.False(DriverNumber.FromText(SafeRanges.DriverNumber(number)).IsMalformed);
        Assert.True(Postcode.Parse(SafeRanges.Postcode(number)).IsPseudo);
    }

    [Theory]
    [InlineData(SafeIdentifier.Telephone, 17_000)]
    [InlineData(SafeIdentifier.EmailAddress, 20_000)]
    [InlineData(SafeIdentifier.PncId, 20_000)]
    [InlineData(SafeIdentifier.ArrestSummonsNumber, 20_000)]
    [InlineData(SafeIdentifier.CaseUrn, 20_000)]
    [InlineData(SafeIdentifier.NationalInsuranceNumber, 20_000)]
    [InlineData(SafeIdentifier.DriverNumber, 100_000)]
    [InlineData(SafeIdentifier.Postcode, 3_610)]
    [InlineData(SafeIdentifier.LsoaCode, 10_000)]
    [InlineData(SafeIdentifier.Point, 20_000)]
    public void Numbers_in_a_row_give_different_values(SafeIdentifier identifier, int count)
    {
        var values = Enumerable.Range(0, count).Select(i => Make(identifier, (ulong)i)).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(count, values.Count);
    }

    [Property]
    public bool Texts_of_no_shape_are_not_safe(string? text) =>
        !SafeRanges.IsSafeTelephone(text) && !SafeRanges.IsSafeEmailAddress(text) && !SafeRanges.IsSafePncId(text)
        && !SafeRanges.IsSafeArrestSummonsNumber(text) && !SafeRanges.IsSafeCaseUrn(text) && !SafeRanges.IsSafeNationalInsuranceNumber(text)
        && !SafeRanges.IsSafeDriverNumber(text) && !SafeRanges.IsSafePostcode(text) && !SafeRanges.IsSafeLsoaCode(text);

    /// <summary>One changed character either leaves the range or, where the identifier has a check letter, breaks it.</summary>
    [Property]
    public bool A_changed_digit_breaks_the_check_letter(ulong number, FsCheck.NonNegativeInt place, FsCheck.NonNegativeInt step)
    {
        var pnc = Changed(SafeRanges.PncId(number), 5 + (place.Get % 7), step.Get);
        var asn = Changed(SafeRanges.ArrestSummonsNumber(number), 8 + (place.Get % 11), step.Get);
        return !SafeRanges.IsSafePncId(pnc) && !SafeRanges.IsSafeArrestSummonsNumber(asn);
    }

    [Theory]
    [InlineData("020 7946 0123", true)]
    [InlineData("+44 7700 900461", true)]
    [InlineData("028 9649 6999", true)]
    [InlineData("01632 960001", true)]
    [InlineData("0909 879 0000", true)]
    [InlineData("028 9018 0000", false)]
    [InlineData("020 7946 1123", false)]
    [InlineData("07700 901000", false)]
    [InlineData("0770 090 046", false)]
    [InlineData("7700900461", false)]
    [InlineData("+44 7700 90046A", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Telephones(string? text, bool safe) => Assert.Equal(safe, SafeRanges.IsSafeTelephone(text));

    [Theory]
    [InlineData("somebody@example.org", true)]
    [InlineData("somebody@EXAMPLE.ORG", true)]
    [InlineData("somebody@example.org.uk", false)]
    [InlineData("somebody@notexample.org", false)]
    [InlineData("@example.org", false)]
    [InlineData("a@b@example.org", false)]
    public void EmailAddresses(string text, bool safe) => Assert.Equal(safe, SafeRanges.IsSafeEmailAddress(text));

    [Theory]
    [InlineData("1990/0000001A")]
    [InlineData("90/1A")]
    [InlineData("2100/0000001A")]
    public void Pnc_ids_of_other_years_or_in_the_short_form_are_not_safe(string text) => Assert.False(SafeRanges.IsSafePncId(text));

    /// <summary>Published test values: PNC ids of Ministry of Justice fixtures, and arrest/summons numbers of bichard7-next-core.</summary>
    [Theory]
    [InlineData(81, 34, 'U')]
    [InlineData(2, 73319, 'Z')]
    [InlineData(0, 223, 'R')]
    [InlineData(79, 163001, 'B')]
    [InlineData(67, 9893091, 'D')]
    public void The_check_letter_of_a_pnc_id_is_the_published_one(int year, int serial, char letter) =>
        Assert.Equal(letter, CheckLetters.For(((ulong)year * 10_000_000) + (ulong)serial));

    [Theory]
    [InlineData(9700, 123456, 'K')]
    [InlineData(20222, 21, 'R')]
    public void The_check_letter_of_an_arrest_summons_number_is_the_published_one(int beginning, int serial, char letter)
    {
        // 9700 00 00 00000123456 K: force 00 and system 00 give 0000, then the year 97. 22 02 XC 02 00000000021 R: 0202, then 22.
        var digits = beginning == 9700 ? 97UL : 20222UL;
        Assert.Equal(letter, CheckLetters.For((digits * 100_000_000_000) + (ulong)serial));
    }

    [Theory]
    [InlineData("NC 12 34 56 A", true)]
    [InlineData("NC123456D", true)]
    [InlineData("NC123456M", false)]
    [InlineData("AB123456C", false)]
    public void National_insurance_numbers(string text, bool safe) => Assert.Equal(safe, SafeRanges.IsSafeNationalInsuranceNumber(text));

    [Theory]
    [InlineData("ZZ99 3VZ", true)]
    [InlineData("ZZ993VZ", true)]
    [InlineData("SW1A 1AA", false)]
    public void Postcodes(string text, bool safe) => Assert.Equal(safe, SafeRanges.IsSafePostcode(text));

    [Fact]
    public void No_made_postcode_is_a_pseudo_postcode_with_a_meaning() =>
        Assert.All(Enumerable.Range(0, 3_610), i => Assert.False(SafeRanges.Postcode((ulong)i).EndsWith('Z')));

    [Theory]
    [InlineData("54.000", "0.700", true)]
    [InlineData("55.399", "1.699", true)]
    [InlineData("55.400", "1.000", false)]
    [InlineData("54.500", "1.700", false)]
    [InlineData("53.999", "1.000", false)]
    [InlineData("51.500", "-0.120", false)]
    public void Points_on_land_and_past_the_edges_are_not_safe(string latitude, string longitude, bool safe)
    {
        var point = new GeoPoint
        {
            Latitude = decimal.Parse(latitude, CultureInfo.InvariantCulture),
            Longitude = decimal.Parse(longitude, CultureInfo.InvariantCulture),
        };
        Assert.Equal(safe, SafeRanges.IsSafePoint(point));
        Assert.False(SafeRanges.IsSafePoint(point with { Latitude = null }));
        Assert.False(SafeRanges.IsSafePoint(null));
    }

    [Fact]
    public void The_table_has_a_row_with_a_source_for_every_identifier()
    {
        Assert.Equal(Enum.GetValues<SafeIdentifier>(), SafeRanges.Table.Select(row => row.Identifier).Distinct().Order());
        Assert.All(SafeRanges.Table, row => Assert.NotEmpty(row.Source));
        Assert.All(SafeRanges.Table, row => Assert.NotEmpty(row.Range));
        Assert.Equal(20, SafeRanges.Table.Count(row => row.Identifier == SafeIdentifier.Telephone));
    }

    private static string Make(SafeIdentifier identifier, ulong number) => identifier switch
    {
        SafeIdentifier.Telephone => SafeRanges.Telephone(number),
        SafeIdentifier.EmailAddress => SafeRanges.EmailAddress(number),
        SafeIdentifier.PncId => SafeRanges.PncId(number),
        SafeIdentifier.ArrestSummonsNumber => SafeRanges.ArrestSummonsNumber(number),
        SafeIdentifier.CaseUrn => SafeRanges.CaseUrn(number),
        SafeIdentifier.NationalInsuranceNumber => SafeRanges.NationalInsuranceNumber(number),
        SafeIdentifier.DriverNumber => SafeRanges.DriverNumber(number),
        SafeIdentifier.Postcode => SafeRanges.Postcode(number),
        SafeIdentifier.LsoaCode => SafeRanges.LsoaCode(number),
        SafeIdentifier.Point => string.Create(CultureInfo.InvariantCulture, $"{SafeRanges.Point(number).Latitude} {SafeRanges.Point(number).Longitude}"),
        _ => throw new ArgumentOutOfRangeException(nameof(identifier)),
    };

    private static string Changed(string text, int place, int step)
    {
        var characters = text.ToCharArray();
        characters[place] = (char)('0' + ((characters[place] - '0' + 1 + (step % 9)) % 10));
        return new(characters);
    }
}
