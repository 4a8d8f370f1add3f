using System.Security.Cryptography;
using System.Text;
using FsCheck.Xunit;
using Microsoft.Extensions.Compliance.Redaction;
using Policing.DataModel.Codes;
using Policing.Ethics.Redaction;

namespace Policing.Ethics.Tests.Redaction;

public sealed class PseudonymTests
{
    private static readonly byte[] Master = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    private static PseudonymRedactor For(ProcessingPurpose purpose, string id = "2026a") => new PseudonymKey(id, Master).For(purpose);

    [Property(MaxTest = 200)]
    public void A_pseudonym_is_what_the_formula_says(string? text)
    {
        string given = text ?? "";
        // RFC 5869 by hand: extract with no salt, expand one block.
        byte[] extracted = HMACSHA256.HashData(new byte[32], Master);
        byte[] key = HMACSHA256.HashData(extracted, (byte[])[.. "purpose:audit"u8, 1]);
        byte[] tag = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(given));
        string expected = given.Length == 0 ? "" : "2026a:" + Convert.ToBase64String(tag[..16]).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        Assert.Equal(expected, For(ProcessingPurpose.Audit).Redact(given));
    }

    // Made with Python's hmac and hashlib from the formula of the documentation.
    [Fact]
    public void A_vector_made_elsewhere_agrees() => Assert.Equal("2026a:nN5gGp1FZuH4NAal-Uw1mA", For(ProcessingPurpose.Safeguarding).Redact("Nkemelu"));

    [Fact]
    public void Pseudonyms_of_two_purposes_or_two_keys_cannot_be_joined()
    {
        string one = For(ProcessingPurpose.Audit).Redact("81/34U");
        Assert.Equal(one, For(ProcessingPurpose.Audit).Redact("81/34U"));
        Assert.NotEqual(one, For(ProcessingPurpose.Safeguarding).Redact("81/34U"));
        Assert.NotEqual(one, new PseudonymKey("2026a", [.. Master, 0]).For(ProcessingPurpose.Audit).Redact("81/34U"));
        Assert.StartsWith("b:", For(ProcessingPurpose.Audit, "b").Redact("81/34U"), StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_no_key_without_randomness_id_or_purpose()
    {
        Assert.Throws<ArgumentException>(() => new PseudonymKey("a", Master.AsSpan(1)));
        Assert.Throws<ArgumentException>(() => new PseudonymKey("a", new byte[64]));
        Assert.Throws<ArgumentException>(() => new PseudonymKey("a", []));
        foreach (string id in new[] { "", "a:b", "a b", "é", new string('a', 33) }) Assert.Throws<ArgumentException>(() => new PseudonymKey(id, Master));
        Assert.Throws<ArgumentException>(() => new PseudonymKey("a", Master).For(ProcessingPurpose.Of("curiosity")));
    }

    [Fact]
    public void A_key_says_its_id_alone() => Assert.Equal("id", new PseudonymKey("id", Master).ToString());

    [Fact]
    public void The_key_is_copied()
    {
        byte[] master = [.. Master];
        PseudonymKey key = new("2026a", master);
        Array.Clear(master);
        Assert.Equal(For(ProcessingPurpose.Audit).Redact("x"), key.For(ProcessingPurpose.Audit).Redact("x"));
    }

    [Fact]
    public void Lengths_are_as_said_and_a_short_destination_is_an_error()
    {
        Redactor[] redactors = [For(ProcessingPurpose.Audit), new MicrosoftHmacRedactor(101, Convert.ToBase64String(Master)), new MicrosoftHmacRedactor(null, Convert.ToBase64String(Master))];
        foreach (Redactor redactor in redactors)
        {
            foreach (int size in new[] { 1, 85, 86, 255, 256, 5_000 })
            {
                string text = new('é', size);
                int length = redactor.GetRedactedLength(text);
                Assert.Equal(length, redactor.Redact(text, new char[length]));
                Assert.Throws<ArgumentException>(() => redactor.Redact(text, new char[length - 1]));
            }

            Assert.Equal(0, redactor.Redact("", []));
        }
    }

    [Property(MaxTest = 200)]
    public void The_redactor_of_microsofts_format_writes_what_microsofts_writes(string? text, int keyId, byte seed)
    {
        string key = Convert.ToBase64String(SHA256.HashData([seed]));
#pragma warning disable EXTEXP0002 // Theirs is experimental; it is the measure here.
        HmacRedactor theirs = new(Microsoft.Extensions.Options.Options.Create(new HmacRedactorOptions { Key = key, KeyId = keyId }));
        HmacRedactor without = new(Microsoft.Extensions.Options.Options.Create(new HmacRedactorOptions { Key = key }));
#pragma warning restore EXTEXP0002
        Assert.Equal(theirs.Redact(text ?? ""), new MicrosoftHmacRedactor(keyId, key).Redact(text ?? ""));
        Assert.Equal(without.Redact(text ?? ""), new MicrosoftHmacRedactor(null, key).Redact(text ?? ""));
    }

    [Fact]
    public void A_published_vector_agrees() =>
        Assert.Equal("101:ZLpXObbqe3ct474jNO6qgw==", new MicrosoftHmacRedactor(101, "1ekdO9wLKLNUm8RWFo+Vxw1H3sENf9YbZz4MvSySgGA=").Redact("06377140004912810"));

    [Fact]
    public void A_key_of_microsofts_format_is_base64_of_32_bytes_or_more()
    {
        Assert.Throws<ArgumentException>(() => new MicrosoftHmacRedactor(1, "not base64"));
        Assert.Throws<ArgumentException>(() => new MicrosoftHmacRedactor(1, Convert.ToBase64String(new byte[31])));
        Assert.Throws<ArgumentNullException>(() => new MicrosoftHmacRedactor(1, null!));
    }
}
