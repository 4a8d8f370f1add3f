using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Policing.DataModel;
using Policing.PoliceUk.Api;

namespace Policing.PoliceUk.Tests.Api;

/// <summary>Answers of every shape, as documented and spoilt in every way that services spoil them.</summary>
public class AnswerReadingTests
{
    private static readonly string[] Values = ["null", "5", "-1.5", "\"5\"", "\"text\"", "\"\"", "true", "{}", "{\"a\":[{}]}", "[]", "[null]", "[1]", "[\"a\"]", "[{}]", "1e400"];

    public static TheoryData<string> Shapes { get; } = [.. AnswerSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_member_of_the_documented_shape_is_read(string shape)
    {
        var sample = AnswerSamples.All[shape];

        var value = sample.Read(sample.Json, out var kept);

        Assert.Equal(0, kept);
        Assert.Equal(Texts(JsonNode.Parse(sample.Json)!).Order(StringComparer.Ordinal), Texts(value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Whatever_stands_in_place_of_a_value_it_is_read_or_kept(string shape)
    {
        var sample = AnswerSamples.All[shape];
        var tried = 0;
        foreach (var (spoilt, expected) in Spoilt(sample.Json))
        {
            var value = sample.Read(spoilt, out _);

            // Nothing is lost: each text and number of the answer is in a property or is kept as it came.
            Assert.Equal(expected, Texts(value).Order(StringComparer.Ordinal));
            tried++;
        }

        Assert.True(tried >= Values.Length);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void An_answer_that_is_cut_short_anywhere_is_unreadable(string shape)
    {
        var sample = AnswerSamples.All[shape];
        for (var length = 0; length < sample.Json.Length; length++)
        {
            var cut = sample.Json[..length];
            Assert.Throws<AnswerFaultException>(() => sample.Read(cut, out _));
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_byte_order_mark_and_white_space_do_not_matter(string shape)
    {
        var sample = AnswerSamples.All[shape];

        var value = sample.Read([0xEF, 0xBB, 0xBF, (byte)'\r', (byte)'\n', .. sample.Json, (byte)'\n'], out _);

        Assert.Equal(sample.Read(sample.Json, out _), value);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Bytes_spoilt_at_random_are_read_or_unreadable_and_nothing_else(string shape)
    {
        var sample = AnswerSamples.All[shape];
        var random = new Random(shape.Length);
        var read = 0;
        for (var i = 0; i < 2_000; i++)
        {
            var spoilt = (byte[])sample.Json.Clone();
            for (var n = random.Next(1, 4); n > 0; n--)
                spoilt[random.Next(spoilt.Length)] = (byte)random.Next(256);
            try
            {
                sample.Read(spoilt, out _);
                read++;
            }
            catch (AnswerFaultException)
            {
            }
        }

        Assert.InRange(read, 1, 1_999);
    }

    [Theory]
    [InlineData("", Explanations.Empty)]
    [InlineData(" \r\n\t", Explanations.Empty)]
    [InlineData("<html><body>Not Found</body></html>", Explanations.NotJson)]
    [InlineData("[{}", Explanations.NotJson)]
    [InlineData("[] []", Explanations.NotJson)]
    [InlineData("[{\"a\":01}]", Explanations.NotJson)]
    [InlineData("{}", Explanations.OtherShape)]
    [InlineData("null", Explanations.OtherShape)]
    [InlineData("\"[]\"", Explanations.OtherShape)]
    [InlineData("[null]", Explanations.OtherShape)]
    [InlineData("[{},1]", Explanations.OtherShape)]
    [InlineData("[{\"category\":\"a\",\"category\":\"b\"}]", Explanations.NotInteroperable)]
    [InlineData("[{\"new\":1,\"new\":1}]", Explanations.NotInteroperable)]
    [InlineData("[{\"new\":{\"a\":1,\"a\":2}}]", Explanations.NotInteroperable)]
    [InlineData("[{\"\":1}]", Explanations.NotInteroperable)]
    [InlineData("[{\"category\":\"\\ud800\"}]", Explanations.NotInteroperable)]
    [InlineData("[{\"new\":\"\\udc00\"}]", Explanations.NotInteroperable)]
    public void An_answer_that_cannot_be_taken_says_why(string json, string explanation)
    {
        var thrown = Assert.Throws<AnswerFaultException>(() => AnswerSamples.All["crimes"].Read(Encoding.UTF8.GetBytes(json), out _));

        Assert.Equal(explanation, thrown.Message);
        Assert.Null(thrown.InnerException);
    }

    [Fact]
    public void Bytes_that_are_no_Unicode_are_unreadable() =>
        Assert.Throws<AnswerFaultException>(() => AnswerSamples.All["crimes"].Read([.. "[{\"category\":\""u8, 0xFF, .. "\"}]"u8], out _));

    [Fact]
    public void Depth_has_a_limit()
    {
        var deep = "[{\"new\":" + new string('[', 100) + new string(']', 100) + "}]";

        Assert.Throws<AnswerFaultException>(() => AnswerSamples.All["crimes"].Read(Encoding.UTF8.GetBytes(deep), out _));
    }

    [Fact]
    public void Numbers_for_texts_and_texts_for_numbers_are_read_as_what_they_are()
    {
        var crimes = Crimes("""[{"location":{"latitude":51.910260,"longitude":"-2e-05","street":{"id":"708612","name":5}},"id":"92576331","persistent_id":7,"month":2024}]""", out var kept);

        var crime = Assert.Single(crimes);
        Assert.Equal(0, kept);
        Assert.Equal("51.910260", crime.Location!.Latitude!.Value.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(-0.00002m, crime.Location.Longitude);
        Assert.Equal((708612L, "5"), (crime.Location.Street!.Id, crime.Location.Street.Name));
        Assert.Equal((92576331L, "7", "2024"), (crime.Id, crime.PersistentId, crime.Month.Text));
    }

    [Fact]
    public void An_outcome_of_false_keeps_its_text() =>
        Assert.Equal("false", ((ValueList<StreetStop>)AnswerSamples.All["stops"].Read("[{\"outcome\":false}]"u8.ToArray(), out _))[0].Outcome);

    [Fact]
    public void A_month_that_is_none_stays_as_it_is() => Assert.Equal((true, "Feb 2024"), Crimes("[{\"month\":\"Feb 2024\"}]", out _)[0].Month is var m ? (m.IsMalformed, m.Text) : default);

    [Fact]
    public void Names_with_escapes_are_the_same_names() => Assert.Equal("x", Crimes("[{\"\\u0063ategory\":\"\\u0078\"}]", out _)[0].Category);

    [Fact]
    public void Places_and_outcomes_that_are_written_alike_are_one_object_and_the_rest_is_read_on()
    {
        const string place = """{"latitude":"51.910260","street":{"id":1,"name":"On or near A"},"longitude":"-2.090912"}""";
        const string other = """{"latitude":"51.910260","street":{"id":1,"name":"On or near B"},"longitude":"-2.090912"}""";
        const string outcome = """{"category":"Under investigation","date":"2024-02"}""";
        var crimes = Crimes(
            $$"""
            [{"location":{{place}},"id":1,"outcome_status":{{outcome}}},
             {"outcome_status":{{outcome}},"location":{{place}} , "id":2},
             {"id":3,"location":{{other}},"month":"2024-02"},
             {"location":{{place}}}, {"id":5, "location": {{place}}, "x":[1], "category":"drugs"}]
            """,
            out var kept);

        Assert.Equal([1L, 2, 3, null, 5], crimes.Select(c => c.Id));
        Assert.Equal(["A", "A", "B", "A", "A"], crimes.Select(c => c.Location!.Street!.Name![^1..]));
        Assert.Same(crimes[0].Location, crimes[1].Location);
        Assert.Same(crimes[3].Location, crimes[4].Location);
        Assert.Same(crimes[0].OutcomeStatus, crimes[1].OutcomeStatus);
        Assert.Equal(("2024-02", "drugs", 1), (crimes[2].Month.Text, crimes[4].Category, kept));
        Assert.True(crimes[4].Unknown!.TryGetValue("x", out _));
    }

    [Fact]
    public void What_is_kept_in_a_place_is_counted_each_time()
    {
        var crimes = Crimes("""[{"location":{"new":1}},{"location":{"new":1}},{"location":{"new":1}}]""", out var kept);

        Assert.Equal(3, kept);
        Assert.All(crimes, crime => Assert.True(crime.Location!.Unknown!.TryGetValue("new", out _)));
    }

    [Theory]
    [InlineData("[{\"location\":P},{\"location\":P}")]
    [InlineData("[{\"location\":P},{\"location\":P]")]
    [InlineData("[{\"location\":P},{\"location\":P \"id\":1}]")]
    [InlineData("[{\"location\":P},{\"location\":PP}]")]
    [InlineData("[{\"location\":P},{\"location\":P,}]")]
    public void Behind_a_place_that_is_known_what_is_no_JSON_is_none(string json)
    {
        var place = json.Replace("P", "{\"latitude\":\"1\",\"longitude\":\"2\"}", StringComparison.Ordinal);

        Assert.Equal(Explanations.NotJson, Assert.Throws<AnswerFaultException>(() => Crimes(place, out _)).Message);
    }

    [Fact]
    public void The_text_of_an_answer_is_its_type_alone()
    {
        foreach (var sample in AnswerSamples.All.Values)
        {
            foreach (var part in Parts(sample.Read(sample.Json, out _)))
                Assert.Equal(part.GetType().Name, part.ToString());
        }
    }

    [Fact]
    public void Equal_answers_are_equal()
    {
        foreach (var sample in AnswerSamples.All.Values)
            Assert.Equal(sample.Read(sample.Json, out _), sample.Read(sample.Json, out _));
    }

    private static ValueList<StreetCrime> Crimes(string json, out int kept) =>
        (ValueList<StreetCrime>)AnswerSamples.All["crimes"].Read(Encoding.UTF8.GetBytes(json), out kept);

    /// <summary>The answer with each of its members in turn given each of the values, and one more member.</summary>
    private static IEnumerable<(byte[] Json, IEnumerable<string> Texts)> Spoilt(byte[] json)
    {
        var count = Objects(JsonNode.Parse(json)!).Count();
        for (var at = 0; at < count; at++)
        {
            string[] names = [.. Objects(JsonNode.Parse(json)!).ElementAt(at).Select(m => m.Key), "a-new-member"];
            foreach (var name in names)
            {
                foreach (var value in Values)
                {
                    var changed = JsonNode.Parse(json)!;
                    Objects(changed).ElementAt(at)[name] = JsonNode.Parse(value);
                    // Of nothing nothing can be lost: null, and an empty list or object, are not told apart from no member.
                    yield return (Encoding.UTF8.GetBytes(changed.ToJsonString()), [.. Texts(changed).Order(StringComparer.Ordinal)]);
                }
            }
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode node) => node switch
    {
        JsonObject o => [o, .. o.SelectMany(m => m.Value is null ? [] : Objects(m.Value))],
        JsonArray a => a.SelectMany(n => n is null ? [] : Objects(n)),
        _ => [],
    };

    /// <summary>The texts, numbers and truth values in JSON.</summary>
    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(m => Texts(m.Value)),
        JsonArray a => a.SelectMany(Texts),
        JsonValue v => [(v.ToJsonString().Trim('"') is var text && v.GetValueKind() == System.Text.Json.JsonValueKind.String ? v.GetValue<string>() : text)],
        _ => [],
    };

    /// <summary>The same of what was read: all properties, and what is kept.</summary>
    private static IEnumerable<string> Texts(object? value) => value switch
    {
        null or DataMonth => [],
        string text => [(text)],
        PartialDateTime date => date.IsAbsent ? [] : [(date.Text)],
        UnknownMembers unknown => unknown.SelectMany(m => Texts(JsonNode.Parse(m.Value.GetRawText()))),
        AnswerPart part => part.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(p => Texts(p.GetValue(part))),
        IEnumerable list => list.Cast<object>().SelectMany(Texts),
        IFormattable formattable => [(formattable.ToString(null, CultureInfo.InvariantCulture))],
        bool flag => [flag ? "true" : "false"],
        _ => throw new InvalidOperationException(value.GetType().Name),
    };


    private static IEnumerable<AnswerPart> Parts(object? value) => value switch
    {
        AnswerPart part => [part, .. part.GetType().GetProperties().SelectMany(p => Parts(p.GetValue(part)))],
        string or UnknownMembers => [],
        IEnumerable list => list.Cast<object>().SelectMany(Parts),
        _ => [],
    };
}
