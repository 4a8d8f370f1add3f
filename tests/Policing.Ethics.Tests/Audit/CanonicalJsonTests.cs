using System.Globalization;
using System.Text;
using FsCheck.Xunit;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Tests.Audit;

public sealed class CanonicalJsonTests
{
    // The samples of RFC 8785, appendix B, as far as they are numbers.
    [Theory]
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffff, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555556, "333333333.3333334")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void A_number_is_written_as_in_ECMAScript(ulong bits, string text) =>
        Assert.Equal(text, CanonicalNumber.Text(BitConverter.UInt64BitsToDouble(bits)));

    [Property(MaxTest = 2_000)]
    public void A_number_reads_back_and_stays(ulong bits)
    {
        double number = BitConverter.UInt64BitsToDouble(bits);
        if (!double.IsFinite(number)) return;
        string text = CanonicalNumber.Text(number);
        Assert.Equal(number, double.Parse(text, CultureInfo.InvariantCulture));
        Assert.Equal(text, Canonical(text));
    }

    [Theory]
    [InlineData(" { } ", "{}")]
    [InlineData("[ 1 , 1.0, 1e0, 10e-1 ]", "[1,1,1,1]")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("1e21", "1e+21")]
    [InlineData("[1E30, 4.50, 333333333.33333329, 2e-3, 0.000000000000000000000000001]", "[1e+30,4.5,333333333.3333333,0.002,1e-27]")]
    [InlineData("""{"b":null,"a":[true,false]}""", """{"a":[true,false],"b":null}""")]
    [InlineData("""{"\u0062":1,"a":2}""", """{"a":2,"b":1}""")]
    [InlineData(""" "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/" """, "\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"")]
    [InlineData(""" "\b\f\t\r\u007f\u0000" """, "\"\\b\\f\\t\\r\u007f\\u0000\"")]
    public void A_text_has_the_form_of_the_specification(string json, string expected) => Assert.Equal(expected, Canonical(json));

    [Fact]
    public void Members_stand_in_the_order_of_UTF_16_code_units()
    {
        // A pair of surrogates comes before U+FB33 there, and after it in the order of code points.
        string canonical = Canonical("""{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}""");
        Assert.Equal("{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}", canonical);
    }

    [Theory]
    [InlineData("", CanonicalJsonFault.NotJson)]
    [InlineData("{", CanonicalJsonFault.NotJson)]
    [InlineData("[1,]", CanonicalJsonFault.NotJson)]
    [InlineData("1 2", CanonicalJsonFault.NotJson)]
    [InlineData("NaN", CanonicalJsonFault.NotJson)]
    [InlineData("01", CanonicalJsonFault.NotJson)]
    [InlineData("/* */1", CanonicalJsonFault.NotJson)]
    [InlineData("""{"a":1,"a":1}""", CanonicalJsonFault.DuplicateName)]
    [InlineData("""{"a":1,"b":2,"\u0061":1}""", CanonicalJsonFault.DuplicateName)]
    [InlineData("""["\ud83d"]""", CanonicalJsonFault.LoneSurrogate)]
    [InlineData("""{"\ude00":1}""", CanonicalJsonFault.LoneSurrogate)]
    [InlineData("1e400", CanonicalJsonFault.NumberOutOfRange)]
    public void What_has_no_canonical_form_is_refused(string json, CanonicalJsonFault fault)
    {
        Assert.Equal(fault, CanonicalJson.TryFrom(Encoding.UTF8.GetBytes(json), out byte[] canonical));
        Assert.Empty(canonical);
        Assert.Equal(fault, Assert.Throws<CanonicalJsonException>(() => Canonical(json)).Fault);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused() =>
        Assert.Equal(CanonicalJsonFault.NotJson, CanonicalJson.TryFrom(new byte[] { (byte)'"', 0xff, (byte)'"' }, out _));

    [Fact]
    public void Limits_hold()
    {
        string deep = new string('[', 64) + new string(']', 64);
        Assert.Equal(deep, Canonical(deep));
        Assert.Equal(CanonicalJsonFault.TooDeep, CanonicalJson.TryFrom(Encoding.UTF8.GetBytes("[" + deep + "]"), out _));
        Assert.Equal(CanonicalJsonFault.TooLong, CanonicalJson.TryFrom(new byte[CanonicalJson.MostBytes + 1], out _));
    }

    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.From(Encoding.UTF8.GetBytes(json)));
}
