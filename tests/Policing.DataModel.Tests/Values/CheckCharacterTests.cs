using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Policing.DataModel.Tests.Values;

/// <summary>
/// What the check characters promise: any one wrong digit or letter among those they cover, and any two different neighbours exchanged, is
/// found. The right character is computed here once more, by another way.
/// </summary>
public sealed class CheckCharacterTests
{
    private static readonly Gen<string> Pnc =
        from year in Gen.Choose(1900, 2099)
        from serial in Gen.Choose(0, 9_999_999)
        select $"{year}/{serial:D7}{CheckLetters.For(((year % 100) * 10_000_000L) + serial)}";

    private static readonly Gen<string> Cro =
        from year in Gen.Choose(0, 99)
        from serial in Gen.Choose(0, 999_999)
        select $"{serial:D6}/{year:D2}{CheckLetters.For((year * 1_000_000L) + serial)}";

    // Away from the years 39 to 64, of which the sources differ.
    private static readonly Gen<string> SmallFile =
        from year in Gen.Choose(70, 99)
        from serial in Gen.Choose(100_000, 999_999)
        select $"SF{year}/{serial}{CheckLetters.For(BigInteger.Parse($"{year}{serial}"))}";

    private static readonly Gen<string> Asn =
        from year in Gen.Choose(0, 99)
        from force in Gen.Elements("01", "52", "99", "FD")
        from unit in Gen.Elements("00", "ZZ", "1A")
        from system in Gen.Elements("00", "05", "22", "C0")
        from high in Gen.Choose(0, 99)
        from low in Gen.Choose(0, 999_999_999)
        let digits = string.Concat(new[] { force, system }.Where(p => p.All(char.IsAsciiDigit)))
        select $"{year:D2}{force}{unit}{system}{high:D2}{low:D9}{CheckLetters.For(BigInteger.Parse($"{digits}{year:D2}{high:D2}{low:D9}"))}";

    private static readonly Gen<string> Device =
        from high in Gen.Choose(0, 9_999_999)
        from low in Gen.Choose(0, 9_999_999)
        let body = $"{high:D7}{low:D7}"
        select body + LuhnDigit(body);

    private static int LuhnDigit(string body)
    {
        int[] doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
        int sum = body.Reverse().Select((c, i) => i % 2 == 0 ? doubled[c - '0'] : c - '0').Sum();
        return (10 - (sum % 10)) % 10;
    }

    private static void ForAll<T>(Gen<string> texts, Func<string, int, bool> covers)
        where T : struct, ITextValue<T>
    {
        Prop.ForAll(Arb.From(texts), text =>
        {
            Assert.False(T.FromText(text).IsMalformed, text);
            for (int at = 0; at < text.Length; at++)
            {
                if (!covers(text, at)) continue;
                string others = char.IsAsciiDigit(text[at]) ? "0123456789" : at == text.Length - 1 ? CheckLetters.Table : "";
                foreach (char other in others)
                {
                    if (other == text[at]) continue;
                    string changed = text[..at] + other + text[(at + 1)..];
                    Assert.True(T.FromText(changed).IsMalformed, $"{text} {changed}");
                }
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static void ForAllExchanges<T>(Gen<string> texts, Func<string, int, bool> covers, Func<char, char, bool>? misses = null)
        where T : struct, ITextValue<T>
    {
        Prop.ForAll(Arb.From(texts), text =>
        {
            for (int at = 0; at + 1 < text.Length; at++)
            {
                (char a, char b) = (text[at], text[at + 1]);
                if (a == b || !char.IsAsciiDigit(a) || !char.IsAsciiDigit(b) || !covers(text, at) || !covers(text, at + 1)) continue;
                string changed = text[..at] + b + a + text[(at + 2)..];
                Assert.Equal((changed, misses?.Invoke(a, b) != true), (changed, T.FromText(changed).IsMalformed));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void OfAPncIdAllButTheCenturyIsCovered()
    {
        ForAll<PncId>(Pnc, (_, at) => at >= 2);
        ForAllExchanges<PncId>(Pnc, (_, at) => at >= 2);
    }

    /// <summary>
    /// Of an SF number leading zeros do not count, so a first digit that becomes 0 makes a shorter sum, which can agree by chance; and a year
    /// that becomes one of 39 to 64 has two sums.
    /// </summary>
    [Fact]
    public void OfACroNumberAllIsCovered()
    {
        ForAll<CroNumber>(Cro, (_, _) => true);
        ForAll<CroNumber>(SmallFile, (_, at) => at is not (2 or 5));
        ForAllExchanges<CroNumber>(Cro, (_, _) => true);
        ForAllExchanges<CroNumber>(SmallFile, (_, at) => at > 5);
    }

    /// <summary>A digit of force or system counts only where both characters of it are digits; the unit never does.</summary>
    [Fact]
    public void OfAnArrestSummonsNumberAllButTheUnitIsCovered()
    {
        static bool Covers(string text, int at) => at switch
        {
            2 or 3 => char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3]),
            4 or 5 => false,
            6 or 7 => char.IsAsciiDigit(text[6]) && char.IsAsciiDigit(text[7]),
            _ => true,
        };
        ForAll<ArrestSummonsNumber>(Asn, Covers);
        // Year and force are apart in the sum, so the exchange of the last of one with the first of the other moves two places of it.
        ForAllExchanges<ArrestSummonsNumber>(Asn, (text, at) => at >= 8);
        ForAll<ArrestSummonsNumber>(Asn.Select(text => text.Insert(2, "B")), (text, at) => at != 2 && Covers(text.Remove(2, 1), at < 2 ? at : at - 1));
    }

    [Fact]
    public void OfAnImeiEveryDigitIsCoveredAndEveryExchangeButThatOfZeroAndNine()
    {
        ForAll<Imei>(Device, (_, _) => true);
        ForAllExchanges<Imei>(Device, (_, _) => true, (a, b) => (a, b) is ('0', '9') or ('9', '0'));
    }

    /// <summary>Each spelling of a number has the same canonical form, and the letter does not depend on leading zeros.</summary>
    [Fact]
    public void TheShortFormsMeanTheLongOnes()
    {
        Prop.ForAll(Arb.From(Pnc), text =>
        {
            string year = text[..4], serial = text[5..12].TrimStart('0'), letter = text[12..];
            if (serial.Length == 0) serial = "0";
            PncId whole = PncId.Parse(text);
            Assert.Equal(text, whole.Canonical);
            Assert.True(PncId.Parse($"{year}/{serial}{letter}").Means(whole));
            Assert.True(PncId.Parse(text.Remove(4, 1)).Means(whole));
            bool hasPivotYear = int.Parse(year) is >= 1939 and <= 2038;
            Assert.Equal(hasPivotYear, PncId.Parse($"{year[2..]}/{serial}{letter}").Means(whole));
            Assert.Equal(hasPivotYear, PncId.Parse($"{year[2..]}{serial}{letter}").Means(whole));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
        Prop.ForAll(Arb.From(Asn), text =>
        {
            string sequence = text[8..19].TrimStart('0');
            string display = $"{text[..2]}/{text[2..6]}/{text[6..8]}/{(sequence.Length == 0 ? "0" : sequence)}{text[19]}";
            Assert.Equal(text, ArrestSummonsNumber.Parse(display).Canonical);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
        Prop.ForAll(Arb.From(Cro), text => Assert.Equal(text, CroNumber.Parse(text.TrimStart('0') is ['/', ..] rest ? "0" + rest : text.TrimStart('0')).Canonical))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }
}
