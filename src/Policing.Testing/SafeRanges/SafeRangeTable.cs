using System.Collections.Immutable;

namespace Policing.Testing;

/// <summary>The rows of the table, with their sources.</summary>
internal static class SafeRangeTable
{
    public static readonly ImmutableArray<SafeRange> Rows =
    [
        .. DramaNumbers.All.Select(range => range.ToRow()),
        new()
        {
            Identifier = SafeIdentifier.EmailAddress,
            Range = "any address at example.org",
            Certainty = SafeRangeCertainty.Reserved,
            Source = "RFC 2606, section 3: IANA holds example.com, example.net and example.org for examples.",
        },
        new()
        {
            Identifier = SafeIdentifier.PncId,
            Range = "2090/0000001 to 2099/9999999, with the right check letter",
            Certainty = SafeRangeCertainty.Convention,
            Source = "Format and check letter: POLE data standards dictionary DS_072 and Ministry of Justice test fixtures (verified "
                + "against them). The year is the year of the record, so none of these exists yet; that they are kept free is our own "
                + "choice.",
            Note = "Only the long form is safe: a two-digit year 90 to 99 is read as 1990 to 1999. The check letter depends on the last "
                + "two digits of the year only, so it is the same as that of the number of 1990 to 1999.",
        },
        new()
        {
            Identifier = SafeIdentifier.ArrestSummonsNumber,
            Range = "20 characters with force code 99, with the right check letter",
            Certainty = SafeRangeCertainty.NotIssued,
            Source = "Force code 99 stands as reserved in the force list of Ministry of Justice bichard7-next-data; format and check "
                + "letter from bichard7-next-core and POLE DS_073 (verified against test values).",
        },
        new()
        {
            Identifier = SafeIdentifier.CaseUrn,
            Range = "99, two letters of a unit, five digits, two digits of a year",
            Certainty = SafeRangeCertainty.NotIssued,
            Source = "Force code 99 as for the arrest/summons number; the pattern from bichard7-next-core. That the digits are a serial "
                + "number and a year is from memory, not verified.",
        },
        new()
        {
            Identifier = SafeIdentifier.NationalInsuranceNumber,
            Range = "NC 00 00 00 A to NC 99 99 99 D",
            Certainty = SafeRangeCertainty.NotIssued,
            Source = "HMRC National Insurance Manual NIM39110, read in the copy at www.hmrc.gov.uk: NC is among the administrative "
                + "prefixes that are not valid ones. The part of the later edition (gov.uk) that lists them was not read. NC passes the "
                + "format rule of POLE DS_060.",
            Note = "Pension scheme administrators may have used NC, six digits of a date of birth and m or f as a stand-in; those end in "
                + "M or F, never in A to D.",
        },
        new()
        {
            Identifier = SafeIdentifier.DriverNumber,
            Range = "99999 where the first five letters of the surname stand",
            Certainty = SafeRangeCertainty.NotIssued,
            Source = "Format: POLE DS_061. Short surnames are filled up with 9, so five of them would be a surname without a letter. The "
                + "filling rule was read in public guides (ukdriving.org.uk, aph.com), not in a text of the DVLA.",
            Note = "The last three characters are arbitrary: how the issuer computes them is not public.",
        },
        new()
        {
            Identifier = SafeIdentifier.Postcode,
            Range = "ZZ99 and any inward code",
            Certainty = SafeRangeCertainty.NotIssued,
            Source = "ZZ99 holds the pseudo-postcodes of the NHS Postcode Directory for no fixed abode, not known and countries (HES "
                + "data dictionary, homeadd), and no place.",
            Note = "The pseudo-postcodes with a meaning end in Z; the values made here do not, and keep to the letters of POLE DS_010. A "
                + "strict checker may refuse Z as the second letter.",
        },
        new()
        {
            Identifier = SafeIdentifier.LsoaCode,
            Range = "E01990000 to E01999999 and W01990000 to W01999999",
            Certainty = SafeRangeCertainty.Convention,
            Source = "The English codes in published archive files of 2012 to 2019 lie between E01000001 and E01034000, the Welsh ones "
                + "below W01002000. That ONS gives the codes out in sequence, and is far from 990000, is from memory, not verified.",
        },
        new()
        {
            Identifier = SafeIdentifier.Point,
            Range = "54.000 to 55.399 degrees north, 0.700 to 1.699 degrees east, in steps of a thousandth",
            Certainty = SafeRangeCertainty.Convention,
            Source = "The open North Sea off Yorkshire and Northumberland, where nobody has an address; taken from the map in general use, "
                + "not from a survey.",
            Note = "Inside the bounding box of the United Kingdom. On a map the points lie in the water: that is meant to be seen.",
        },
    ];
}
