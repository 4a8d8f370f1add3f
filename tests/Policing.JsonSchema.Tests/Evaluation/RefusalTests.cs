using System.Diagnostics;
using System.Text;

namespace Policing.JsonSchema.Tests.Evaluation;

public class RefusalTests
{
    private static readonly CompiledSchema s_any = Schemas.Compile("true");

    [Theory]
    [InlineData("", RefusalReason.NotJson, 1, 1)]
    [InlineData(" \n ", RefusalReason.NotJson, 2, 2)]
    [InlineData("{\n\"a\": 01}", RefusalReason.NotJson, 2, 8)]
    [InlineData("[1,]", RefusalReason.NotJson, 1, 4)]
    [InlineData("[1] x", RefusalReason.NotJson, 1, 5)]
    [InlineData("/**/1", RefusalReason.NotJson, 1, 1)]
    [InlineData("\uFEFF1", RefusalReason.NotJson, 1, 1)]
    [InlineData("{\"a\" 1}", RefusalReason.NotJson, 1, 6)]
    [InlineData("\"\u0001\"", RefusalReason.NotJson, 1, 2)]
    [InlineData("\"\\x\"", RefusalReason.NotJson, 1, 4)]
    [InlineData("{\"a\": 1,\n \"a\": 2}", RefusalReason.DuplicateName, 2, 2)]
    [InlineData("{\"a\": 1, \"\\u0061\": 2}", RefusalReason.DuplicateName, 1, 10)]
    [InlineData("[\"\\ud800\"]", RefusalReason.LoneSurrogate, 1, 2)]
    [InlineData("[\"\\udc00\\ud800\"]", RefusalReason.LoneSurrogate, 1, 2)]
    [InlineData("{\"\\ud800x\": 1}", RefusalReason.LoneSurrogate, 1, 2)]
    public void Text_that_is_not_I_JSON_is_refused_with_its_place(string text, RefusalReason reason, int line, int column)
    {
        Assert.Equal(DocumentVerdict.Refused, s_any.Check(text));
        SchemaReport report = s_any.Report(text);
        Assert.Equal(new DocumentRefusal(reason, line, column), report.Refusal);
        Assert.Equal((DocumentVerdict.Refused, 0), (report.Verdict, report.Errors.Count));
    }

    /// <summary>Strings are looked for in blocks of 64 bytes: an opening quote may be the last byte of any of them.</summary>
    [Fact]
    public void A_text_that_ends_behind_an_opening_quote_is_refused()
    {
        CompiledSchema schema = CompiledSchema.Compile("true"u8);
        for (int length = 1; length <= 200; length++)
        {
            byte[] text = Encoding.UTF8.GetBytes("[" + new string(' ', length) + "\"");
            Assert.Equal(DocumentVerdict.Refused, schema.Check(text));
            Assert.Equal(RefusalReason.NotJson, schema.Report(text).Refusal?.Reason);
            Assert.Throws<SchemaException>(() => CompiledSchema.Compile(text));
        }
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused()
    {
        byte[] text = [.. "[\"a"u8, 0xC3, 0x28, .. "\"]"u8];
        Assert.Equal(new DocumentRefusal(RefusalReason.NotUtf8, 1, 4), s_any.Report(text).Refusal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(33)]
    [InlineData(5_000)]
    public void A_name_that_stands_twice_is_found_in_small_and_large_objects(int members)
    {
        string all = string.Join(',', Enumerable.Range(0, members).Select(member => $"\"member {member}\":0"));
        Assert.Equal(DocumentVerdict.Valid, s_any.Check("{" + all + "}"));
        Assert.Equal(RefusalReason.DuplicateName, s_any.Report("{" + all + $",\"member {members / 2}\":1}}").Refusal!.Reason);
    }

    [Fact]
    [Trait("limit", nameof(DocumentLimits.MaxBytes))]
    [Trait("limit", nameof(DocumentLimits.MaxDepth))]
    public void Depth_and_size_have_limits()
    {
        CompiledSchema schema = Schemas.Compile("""{"items": {"$ref": "#"}}""", new SchemaOptions { Limits = new DocumentLimits { MaxDepth = 512, MaxBytes = 3_000 } });
        Assert.Equal(DocumentVerdict.Valid, schema.Check(Nested(512)));
        Assert.Equal(RefusalReason.TooDeep, schema.Report(Nested(513)).Refusal!.Reason);
        Assert.Equal(RefusalReason.TooLarge, schema.Report(Nested(1_501)).Refusal!.Reason);
        Assert.Equal(RefusalReason.TooDeep, s_any.Report(new string('[', 10_000_000)).Refusal!.Reason);
        Assert.Throws<ArgumentOutOfRangeException>(() => new DocumentLimits { MaxDepth = 513 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new DocumentLimits { MaxBytes = int.MaxValue });
    }

    [Fact]
    public void A_small_stack_is_no_crash()
    {
        string deep = string.Concat(Enumerable.Repeat("""{"allOf":[""", 50)) + """{"items":{"$ref":"#"}}""" + string.Concat(Enumerable.Repeat("]}", 50));
        CompiledSchema schema = Schemas.Compile(deep, new SchemaOptions { Limits = new DocumentLimits { MaxDepth = 512 } });
        DocumentVerdict verdict = DocumentVerdict.Invalid;
        Thread thread = new(() => verdict = schema.Check(Nested(500)), maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();
        Assert.True(verdict is DocumentVerdict.Refused or DocumentVerdict.Valid);
    }

    [Fact]
    [Trait("limit", nameof(DocumentLimits.PatternTime))]
    public void A_pattern_that_goes_wild_is_linear_or_ends_in_time()
    {
        string text = "\"" + new string('a', 100_000) + "b\"";
        CompiledSchema linear = Schemas.Compile("""{"pattern": "^(a+)+$"}""");
        Assert.True(linear.HasOnlyLinearPatterns);
        Assert.Equal(DocumentVerdict.Invalid, linear.Check("\"" + new string('a', 1_000) + "b\""));
        CompiledSchema wild = Schemas.Compile("""{"pattern": "^(?=(a|aa)+$)a"}""");
        Assert.False(wild.HasOnlyLinearPatterns);
        Stopwatch clock = Stopwatch.StartNew();
        Assert.Equal(DocumentVerdict.Refused, wild.Check(text));
        Assert.Equal(RefusalReason.PatternTime, wild.Report(text).Refusal!.Reason);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void A_long_string_is_judged()
    {
        CompiledSchema schema = Schemas.Compile("""{"minLength": 10000000, "pattern": "^[ab]*$"}""");
        byte[] text = Encoding.UTF8.GetBytes("\"" + new string('a', 10_000_000) + "\"");
        Assert.Equal(DocumentVerdict.Valid, schema.Check(text));
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);
}
