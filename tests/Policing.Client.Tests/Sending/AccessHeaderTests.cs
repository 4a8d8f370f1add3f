using Policing.DataModel.Codes;
using Policing.Ethics;

namespace Policing.Client.Tests.Sending;

public class AccessHeaderTests
{
    [Fact]
    public void Codes_are_tokens_and_references_are_strings_where_they_must_be()
    {
        AccessContext context = Bench.Context() with
        {
            Sensitive = new() { Condition = Schedule8Condition.Of("1"), PolicyDocument = "APD 7" },
            ReasonCode = "R-2",
            CaseReference = "42/26, C",
        };
        Assert.Equal("purpose=investigation, basis=part-3-task, condition=\"1\", document=\"APD 7\", reason=R-2, case=\"42/26, C\", ref=r1", AccessHeaderText.Of(context, "r1"));
    }

    [Theory]
    [InlineData("Siân")]
    [InlineData("say \"x\"")]
    [InlineData("a\\b")]
    [InlineData("a\r\nHost: b")]
    [InlineData("a\tb")]
    public void What_cannot_stand_in_a_header_is_refused_and_not_repeated(string reference)
    {
        using Bench bench = new();
        ArgumentException exception = Assert.Throws<ArgumentException>(() => bench.Client.For(Bench.Context(caseReference: reference)));
        Assert.DoesNotContain(reference, exception.Message, StringComparison.Ordinal);
        Assert.Contains("'case'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_has_512_bytes_at_most()
    {
        string longest = new('x', 128);
        AccessContext context = Bench.Context(caseReference: longest) with { ReasonCode = longest, Sensitive = new() { PolicyDocument = longest } };
        Assert.Throws<ArgumentException>(() => AccessHeaderText.Of(context, longest));
        Assert.Throws<ArgumentException>(() => AccessHeaderText.Of(Bench.Context() with { Justification = "x" }, null));
    }

    [Theory]
    [InlineData("\"2\"", true)]
    [InlineData("\"\"", false)]
    [InlineData("W/\"2\"", false)]
    [InlineData("\"a\"b\"", false)]
    [InlineData("\"a b\"", false)]
    [InlineData("\"a\r\n\"", false)]
    [InlineData("*", false)]
    [InlineData(null, false)]
    public void Tags_are_strong_entity_tags(string? text, bool isTag)
    {
        Assert.Equal(isTag, RecordTag.TryParse(text, out RecordTag tag));
        Assert.Equal(isTag ? text : "", tag.ToString());
        Assert.Equal(!isTag, tag.IsAbsent);
    }
}
