using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Policing.JsonSchema.Tests.Text;

public class ValueProperties
{
    [Property(MaxTest = 500)]
    public bool Bounds_agree_with_whole_numbers(BigInteger bound, BigInteger value)
    {
        CompiledSchema schema = Schemas.Compile($$"""{"minimum": {{bound}}}""");
        return schema.Check(value.ToString(CultureInfo.InvariantCulture)) is DocumentVerdict.Valid == value >= bound;
    }

    [Property(MaxTest = 500)]
    public bool Bounds_agree_with_decimals(decimal bound, decimal value)
    {
        CompiledSchema schema = Schemas.Compile(string.Create(CultureInfo.InvariantCulture, $$"""{"exclusiveMaximum": {{bound}}}"""));
        return schema.Check(value.ToString(CultureInfo.InvariantCulture)) is DocumentVerdict.Valid == value < bound;
    }

    [Property(MaxTest = 500)]
    public bool Multiples_agree_with_remainders(int divisor, byte decimals, long value, byte valueDecimals)
    {
        BigInteger step = BigInteger.Abs(divisor) + 1;
        int places = decimals % 5;
        int valuePlaces = valueDecimals % 5;
        CompiledSchema schema = Schemas.Compile($$"""{"multipleOf": {{step}}e-{{places}}}""");
        bool divides = (value * BigInteger.Pow(10, 5 - valuePlaces)) % (step * BigInteger.Pow(10, 5 - places)) == 0;
        return schema.Check($"{value.ToString(CultureInfo.InvariantCulture)}e-{valuePlaces}") is DocumentVerdict.Valid == divides;
    }

    [Property(MaxTest = 500)]
    public bool A_product_is_a_multiple(uint factor, byte decimals, int other)
    {
        CompiledSchema schema = Schemas.Compile($$"""{"multipleOf": {{factor + 1L}}e-{{decimals % 9}}}""");
        return schema.Check($"{(factor + 1L) * other}e-{decimals % 9}") is DocumentVerdict.Valid;
    }

    [Property(MaxTest = 500)]
    public bool Lengths_are_counted_in_characters(NonNull<string> text)
    {
        string whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get));
        int length = whole.EnumerateRunes().Count();
        string document = System.Text.Json.JsonSerializer.Serialize(whole);
        return Schemas.Compile($$"""{"minLength": {{length}}, "maxLength": {{length}}}""").Check(document) is DocumentVerdict.Valid
            && Schemas.Compile($$"""{"minLength": {{length + 1}}}""").Check(document) is DocumentVerdict.Invalid
            && (length == 0 || Schemas.Compile($$"""{"maxLength": {{length - 1}}}""").Check(document) is DocumentVerdict.Invalid);
    }

    [Property(MaxTest = 300)]
    public bool A_text_is_the_constant_however_it_is_written(NonNull<string> text)
    {
        string whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get));
        string plain = System.Text.Json.JsonSerializer.Serialize(whole);
        string escaped = "\"" + string.Concat(whole.Select(unit => $"\\u{(int)unit:x4}")) + "\"";
        return Schemas.Compile($$"""{"const": {{plain}}, "enum": [1, {{escaped}}]}""").Check(escaped) is DocumentVerdict.Valid
            && Schemas.Compile($$"""{"const": [{{escaped}}]}""").Check($"[{plain}]") is DocumentVerdict.Valid
            && Schemas.Compile("{\"required\": [" + plain + "], \"properties\": {" + escaped + ": {\"const\": 1}}, \"additionalProperties\": false}")
                .Check("{" + escaped + ": 1}") is DocumentVerdict.Valid;
    }

    [Property(MaxTest = 300)]
    public bool Unique_items_agree_with_a_set(int[] items)
    {
        CompiledSchema schema = Schemas.Compile("""{"uniqueItems": true}""");
        bool unique = items.Distinct().Count() == items.Length;
        return schema.Check("[" + string.Join(',', items) + "]") is DocumentVerdict.Valid == unique
            && schema.Check("[" + string.Join(',', items.Select(item => $$"""{"a": [{{item}}.0], "b": "x"}""")) + "]") is DocumentVerdict.Valid == unique;
    }

    [Property(MaxTest = 1_000)]
    public Property Simple_patterns_agree_with_the_engine_of_the_base_library()
    {
        Gen<string> set = Gen.Elements("a", "[a-c]", @"\d", "[0-4x]", "b", @"\.", "[A-Z_]", @"\w");
        Gen<string> repeat = Gen.Elements("", "?", "*", "+", "{2}", "{1,3}", "{2,}", "{0,1}");
        Gen<string> pattern = set.SelectMany(_ => repeat, (one, times) => one + times).ArrayOf().Select(parts => $"^{string.Concat(parts.Take(5))}$");
        Gen<string> text = Gen.Elements('a', 'b', 'c', '1', '5', 'x', '.', 'Z', '_', '\n', 'é').ArrayOf().Select(letters => new string(letters));
        return Prop.ForAll(
            pattern.SelectMany(_ => text, (one, other) => (Pattern: one, Text: other)).ToArbitrary(),
            pair =>
            {
                bool expected = Regex.IsMatch(
                    pair.Text, pair.Pattern.Replace("$", @"\z", StringComparison.Ordinal), RegexOptions.ECMAScript, TimeSpan.FromSeconds(1));
                string schema = $$"""{"pattern": {{System.Text.Json.JsonSerializer.Serialize(pair.Pattern)}}}""";
                return Schemas.Compile(schema).Check(System.Text.Json.JsonSerializer.Serialize(pair.Text)) is DocumentVerdict.Valid == expected;
            });
    }
}
