using System.Text.Json;

namespace Policing.JsonSchema.Tests.Patterns;

/// <summary>Patterns with the meaning that ECMA-262 gives them with the flag <c>u</c>, where .NET's differs.</summary>
public class PatternTests
{
    [Theory]
    [InlineData("^.$", "😀", true)]
    [InlineData("^.{2}$", "😀", false)]
    [InlineData("^[^a]$", "😀", true)]
    [InlineData("^[^a]{2}$", "😀", false)]
    [InlineData(@"^\D{2}$", "😀", false)]
    [InlineData(@"^\S\W$", "😀", false)]
    [InlineData("[^😀]", "😀", false)]
    [InlineData("[^😀]", "😁", true)]
    [InlineData(@"\uD83D", "😀", false)]
    [InlineData(@"[\uD83D\uDE00]", "😀", true)]
    [InlineData(@"[\uD83D-\uD83E]", "😀", false)]
    [InlineData(@"^[😀-😂]$", "😁", true)]
    [InlineData(@"^[😀-😂]$", "😃", false)]
    [InlineData(@"^\u{1F600}$", "😀", true)]
    [InlineData("^😀?$", "😀", true)]
    [InlineData("^😀{2}$", "😀😀", true)]
    [InlineData(@"^\P{L}$", "😀", true)]
    [InlineData(@"^[^\p{L}]$", "😀", true)]
    [InlineData(@"^[^\p{L}]{2}$", "😀", false)]
    [InlineData(@"^[\p{L}\p{So}]{2}$", "é©", true)]
    [InlineData(@"^[\p{L}😀]{2}$", "é😀", true)]
    [InlineData(@"^[^\P{L}]$", "é", true)]
    [InlineData(@"^[^\P{L}]$", "😀", false)]
    [InlineData(@"\p{C}", "😀", false)]
    [InlineData(@"\p{Cs}", "😀", false)]
    [InlineData(@"^\p{gc=Decimal_Number}\P{General_Category=Nd}$", "٣a", true)]
    [InlineData(@"^\d$", "٣", false)]
    [InlineData(@"^\w$", "é", false)]
    [InlineData(@"^\s$", "\uFEFF", true)]
    [InlineData("^a$", "a\n", false)]
    [InlineData("^.$", "\u2028", false)]
    [InlineData(@"\bé", "aé", true)]
    [InlineData(@"^(a)?\1b$", "b", true)]
    [InlineData(@"^(?<x>a|b)\k<x>$", "bb", true)]
    [InlineData(@"^(?<x>a|b)\k<x>$", "ab", false)]
    [InlineData(@"^[^]$", "\n", true)]
    [InlineData("[]", "a", false)]
    public void A_pattern_means_what_ECMA_262_says(string pattern, string text, bool matches)
    {
        CompiledSchema schema = Schemas.Compile($$"""{"pattern": {{JsonSerializer.Serialize(pattern)}}}""");
        Assert.Equal(matches ? DocumentVerdict.Valid : DocumentVerdict.Invalid, schema.Check(JsonSerializer.Serialize(text)));
    }

    /// <summary>.NET's engine throws IndexOutOfRangeException at these, unless what is lazy is made greedy, which changes no verdict.</summary>
    [Theory]
    [InlineData(@"^(?!^(^\W?😀??)+?a+?\S{0,1}$)\b", "a", false)]
    [InlineData(@"^(?!^(^\W?😀??)+?a+?\S{0,1}$)\b", "ab c", true)]
    [InlineData(@"\w{1,2}\.{0,1}(?<!(b*)+?(?<=b?|^\d*)\B)", "aab", true)]
    [InlineData(@"(?!^[a-c1]+?[^a]{0,1}([\w-]{0,1}|^\w.?$)+?$|^(?:\s{2,}[a-c1]\x62))", "a", true)]
    public void Lazy_repetitions_do_not_lead_the_engine_astray(string pattern, string text, bool matches) => A_pattern_means_what_ECMA_262_says(pattern, text, matches);

    [Theory]
    [InlineData(@"(?!^(^\W?😀??)+?a+?\S{0,1}$)\b(c)?\2?", "a")]
    [InlineData(@"\w{1,2}\.{0,1}(?<!(b*)+?(?<=b?|^\d*)\B)(c)?\2?", "aab")]
    public void Where_the_engine_fails_the_document_is_refused(string pattern, string text)
    {
        CompiledSchema schema = Schemas.Compile($$"""{"pattern": {{JsonSerializer.Serialize(pattern)}}}""");
        Assert.Equal(DocumentVerdict.Refused, schema.Check(JsonSerializer.Serialize(text)));
        Assert.Equal(new DocumentRefusal(RefusalReason.PatternFailed, 0, 0), schema.Report(JsonSerializer.Serialize(text)).Refusal);
    }

    [Theory]
    [InlineData(@"^[\p{L}\p{M}' .-]{1,100}$")]
    [InlineData(@"^\p{Lu}\p{L}+(-\p{Lu}\p{L}+)*$")]
    [InlineData("^.{1,500}$")]
    public void Patterns_of_names_stay_linear(string pattern) =>
        Assert.True(Schemas.Compile($$"""{"pattern": {{JsonSerializer.Serialize(pattern)}}}""").HasOnlyLinearPatterns);
}
