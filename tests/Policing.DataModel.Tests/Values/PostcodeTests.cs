using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Policing.DataModel.Tests.Values;

public sealed class PostcodeTests : TextValueBattery<Postcode>
{
    protected override ImmutableArray<string> Ascending => ["CR2 6XH", "DN55 1PT", "EC1A 1BB", "GIR 0AA", "M1 1AA", "M60 1NW", "N1P 1AA", "SE1P 5LX", "W1A 1HQ", "ZZ99 3VZ"];

    protected override ImmutableArray<(string Text, string Canonical)> Spellings =>
    [
        ("m1 1aa", "M1 1AA"),
        ("M11AA", "M1 1AA"),
        ("ec1a1bb", "EC1A 1BB"),
        ("gir0aa", "GIR 0AA"),
        ("zz993vz", "ZZ99 3VZ"),
        ("dn551pt", "DN55 1PT"),
    ];

    protected override ImmutableArray<string> Malformed =>
    [
        "QA1 1AA", "VA1 1AA", "XA1 1AA", "Q1 1AA", "AI1 1AA", "AJ1 1AA", "AZ1 1AA", "ZZ98 3VZ", "A1I 1AA", "A1L 1AA", "A1Z 1AA",
        "AA1C 1AA", "AA1Z 1AA", "M1 1CA", "M1 1AI", "M1 1KA", "M1 1AM", "M1 1OA", "M1 1AV", "GIR 1AA", "GIR 0AB", "M1  1AA",
        "M1 11A", "M1 AAA", "M1-1AA", "M1 1A", "MM 1AA", "M 1AA", "1M 1AA", "M111 1AA", "AAA1 1AA", "ABC1 1AA", "AB111 1AA",
        "75001", "SW1A", "M1\t1AA", "ZZ99 VVZ", "ASCN 1ZZ",
    ];

    [Theory]
    [InlineData("ZZ99 3VZ", true)]
    [InlineData("zz993vz", true)]
    [InlineData("M1 1AA", false)]
    [InlineData("ZZ99", false)]
    [InlineData("", false)]
    public void APseudoPostcodeIsToldApart(string text, bool expected) => Assert.Equal(expected, Postcode.FromText(text).IsPseudo);

    /// <summary>Every letter and digit in every place of every form, against the rule written as a pattern.</summary>
    [Fact]
    public void EveryPlaceAllowsTheLettersOfItsForm()
    {
        Regex rule = new(
            "^(GIR 0AA|ZZ99 [0-9][A-Z]{2}|([A-PR-UWYZ][0-9]{1,2}|[A-PR-UWYZ][0-9][ABCDEFGHJKPSTUW]|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRVWXY]) [0-9][ABD-HJLNP-UW-Z]{2})$",
            RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
        foreach (string form in (string[])["M1 1AA", "M11 1AA", "M1A 1AA", "CR2 6XH", "DN55 1PT", "EC1A 1BB", "GIR 0AA", "ZZ99 3VZ"])
        {
            for (int first = 0; first < form.Length; first++)
            {
                for (int second = first; second < form.Length; second++)
                {
                    foreach (char a in Marks)
                    {
                        foreach (char b in second == first ? a.ToString() : Marks)
                        {
                            char[] text = form.ToCharArray();
                            (text[first], text[second]) = (a, b);
                            string changed = new(text);
                            // Without its space a text is another form, which the pattern does not have.
                            if (changed[^4] != ' ') continue;
                            Assert.Equal((changed, rule.IsMatch(changed)), (changed, !Postcode.FromText(changed).IsMalformed));
                        }
                    }
                }
            }
        }
    }

    private const string Marks = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
}
