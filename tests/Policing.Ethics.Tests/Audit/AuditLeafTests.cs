using System.Security.Cryptography;
using System.Text;
using Policing.Ethics.Audit;

namespace Policing.Ethics.Tests.Audit;

public sealed class AuditLeafTests
{
    private static readonly byte[] s_coreSalt = Convert.FromHexString("000102030405060708090a0b0c0d0e0f");
    private static readonly byte[] s_detailsSalt = Convert.FromHexString("101112131415161718191a1b1c1d1e1f");
    private static readonly byte[] s_core = """{ "operation": "consultation", "count": 1.0 }"""u8.ToArray();
    private static readonly byte[] s_details = """{"justification":"PSDK-CANARY reads a file"}"""u8.ToArray();

    private static AuditLeaf Leaf => AuditLeaf.Of(s_core, s_coreSalt, s_details, s_detailsSalt);

    [Fact]
    public void A_leaf_has_the_bytes_that_the_page_says()
    {
        byte[] core = SHA256.HashData([.. "policing-audit/v1/core\n"u8, .. s_coreSalt, .. """{"count":1,"operation":"consultation"}"""u8]);
        byte[] details = SHA256.HashData([.. "policing-audit/v1/details\n"u8, .. s_detailsSalt, .. s_details]);
        string text = $$"""{"core":"{{Convert.ToBase64String(core)}}","details":"{{Convert.ToBase64String(details)}}"}""";
        Assert.Equal(text, Encoding.UTF8.GetString(Leaf.ToUtf8()));
        Assert.Equal(Leaf.ToUtf8(), CanonicalJson.From(Leaf.ToUtf8()));
        Assert.Equal(MerkleHash.OfLeaf(Encoding.UTF8.GetBytes(text)), Leaf.ToHash());
    }

    [Fact]
    public void Content_and_salt_open_it_and_nothing_else_does()
    {
        Assert.True(AuditLeaf.TryParse(Leaf.ToUtf8(), out AuditLeaf? read));
        Assert.True(read!.HasCore("""{"count":1,"operation":"consultation"}"""u8.ToArray(), s_coreSalt));
        Assert.True(read.HasDetails(s_details, s_detailsSalt));
        Assert.False(read.HasCore(s_core, s_detailsSalt));
        Assert.False(read.HasCore(s_core, s_coreSalt.AsSpan(1)));
        Assert.False(read.HasCore("""{"count":2,"operation":"consultation"}"""u8.ToArray(), s_coreSalt));
        Assert.False(read.HasDetails("no JSON"u8.ToArray(), s_detailsSalt));
        Assert.False(read.HasDetails(s_core, s_coreSalt));
    }

    [Fact]
    public void What_is_published_holds_nothing_of_the_content() => Assert.DoesNotContain("CANARY", Leaf.ToString(), StringComparison.Ordinal);

    [Fact]
    public void The_same_content_has_another_leaf_each_time()
    {
        AuditLeaf one = AuditLeaf.Of(s_core, AuditLeaf.NewSalt(), s_details, AuditLeaf.NewSalt());
        AuditLeaf two = AuditLeaf.Of(s_core, AuditLeaf.NewSalt(), s_details, AuditLeaf.NewSalt());
        Assert.NotEqual(one.Core.ToArray(), two.Core.ToArray());
        Assert.NotEqual(one.Details.ToArray(), two.Details.ToArray());
    }

    [Fact]
    public void Bad_parts_are_refused()
    {
        Assert.Throws<ArgumentException>(() => AuditLeaf.Of(s_core, s_coreSalt, s_details, s_coreSalt));
        Assert.Throws<ArgumentException>(() => AuditLeaf.Of(s_core, new byte[15], s_details, s_detailsSalt));
        Assert.Throws<ArgumentException>(() => AuditLeaf.Of(s_core, s_coreSalt, s_details, new byte[17]));
        Assert.Throws<CanonicalJsonException>(() => AuditLeaf.Of("{"u8.ToArray(), s_coreSalt, s_details, s_detailsSalt));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"core":1,"details":2}""")]
    [InlineData("""{"core":"AAAA","details":"AAAA"}""")]
    [InlineData("""{"core":"\ud800","details":""}""")]
    public void What_is_no_leaf_is_refused(string text) => Assert.False(AuditLeaf.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void A_leaf_has_one_spelling()
    {
        string text = Leaf.ToString();
        Assert.False(AuditLeaf.TryParse(Encoding.UTF8.GetBytes(text + " "), out _));
        Assert.False(AuditLeaf.TryParse(Encoding.UTF8.GetBytes(text.Replace("}", ",\"more\":1}")), out _));
        Assert.False(AuditLeaf.TryParse(Encoding.UTF8.GetBytes(text.Replace("\"core\"", "\"\\u0063ore\"")), out _));
    }
}
