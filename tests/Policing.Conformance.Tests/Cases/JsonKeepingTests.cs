using System.Text;
using Policing.Conformance.Cases;

namespace Policing.Conformance.Tests.Cases;

public sealed class JsonKeepingTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[1,2]}""", """{ "b" : [1, 2], "a": 1 }""", null)]
    [InlineData("""{"a":"é"}""", """{"a":"\u00e9"}""", null)]
    [InlineData("""{"a":{"code":"1"}}""", """{"a":"1"}""", null)]
    [InlineData("""{"a":1.50}""", """{"a":1.5}""", null)]
    [InlineData("""{"a":1}""", """{}""", "lost /a")]
    [InlineData("""{"a":[1,2]}""", """{"a":[1]}""", "lost /a/1")]
    [InlineData("""{"a":[1]}""", """{"a":[1,2]}""", "added /a/1")]
    [InlineData("""{}""", """{"b":null}""", "added ")]
    [InlineData("""{"a/b":{"~":1}}""", """{"a/b":{"~":2}}""", "changed /a~1b/~0")]
    [InlineData("""{"a":"1"}""", """{"a":1}""", "changed /a")]
    [InlineData("""{"a":null}""", """{}""", "lost /a")]
    [InlineData("""{"a":"e\u0301"}""", """{"a":"é"}""", "changed /a")]
    [InlineData("""{"a":1}""", """{"a":1,"a":1}""", "no-document ")]
    [InlineData("""{"a":1}""", "nonsense", "no-document ")]
    [InlineData("""{"a":1}""", "", "no-document ")]
    public void WhatIsTheSameAndWhatIsNot(string before, string after, string? found)
    {
        CaseVerdict verdict = new JsonKeeping().Compare(Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after));
        Assert.Equal(found, verdict.Reason is null ? null : $"{verdict.Reason.Code} {verdict.Pointer}");
    }

    [Fact]
    public void DigitsAndNothingsCountWhereAsked()
    {
        Assert.NotNull(new JsonKeeping(digits: true).Compare("""{"a":1.50}"""u8.ToArray(), """{"a":1.5}"""u8.ToArray()).Reason);
        Assert.Null(new JsonKeeping(mayDropNothings: true).Compare("""{"a":null,"b":[],"c":1}"""u8.ToArray(), """{"c":1}"""u8.ToArray()).Reason);
    }

    [Fact]
    public void ReasonsHaveWordsOfTheirOwn() => Assert.Equal(FaultReasons.All.Count, FaultReasons.All.Select(r => r.Code).Distinct(StringComparer.Ordinal).Count());
}
