using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Xunit;
using Policing.Ethics.Minimisation;

namespace Policing.Ethics.Tests.Minimisation;

/// <summary>What holds of all texts and views.</summary>
public sealed partial class MinimiserPropertyTests
{
    private static readonly SensitiveGround Ground = SensitiveGround.ByConsent("APD 1");

    [Property(MaxTest = 150)]
    public void It_gives_what_the_plain_way_over_a_tree_gives(DoNotSize<int> any)
    {
        (SharingView view, JsonObject document, SensitiveGround? ground) = Case(any.Item);
        byte[] text = Utf8(document, any.Item);
        if (!TryMinimise(view, text, ground, out JsonObject? copy))
        {
            Assert.Null(new MinimiserOracle(view, ground is not null, RandomView.Redactors).Sharing((string)document["type"]!));
            return;
        }

        JsonObject expected = new MinimiserOracle(view, ground is not null, RandomView.Redactors).Minimise((JsonObject)JsonNode.Parse(text)!);
        Assert.Equal(Sorted(expected), Sorted(copy!));
    }

    // A reason's pointer that begins with another one twice, which was once looked for before its first byte.
    [Theory]
    [InlineData(169429991)]
    public void It_does_so_where_it_once_failed(int seed) => It_gives_what_the_plain_way_over_a_tree_gives(DoNotSize<int>.NewDoNotSize(seed));

    [Property(MaxTest = 150)]
    public void The_copy_is_a_part_of_the_text(DoNotSize<int> any)
    {
        (SharingView view, JsonObject document, SensitiveGround? ground) = Case(any.Item);
        // Redactions change values; everything else may only be left out.
        view = view with { Records = Policing.DataModel.ValueList.From(view.Records.Select(r => r with { Redact = default, RedactClasses = default })) };
        if (TryMinimise(view, Utf8(document, any.Item), ground, out JsonObject? copy)) RequirePart(copy!, document, "");
    }

    [Property(MaxTest = 150)]
    public void A_copy_of_a_copy_is_the_same(DoNotSize<int> any)
    {
        (SharingView view, JsonObject document, SensitiveGround? ground) = Case(any.Item);
        view = view with { Records = Policing.DataModel.ValueList.From(view.Records.Select(r => r with { Redact = default, RedactClasses = default })) };
        if (!TryMinimise(view, Utf8(document, any.Item), ground, out JsonObject? copy)) return;
        Assert.True(TryMinimise(view, Encoding.UTF8.GetBytes(copy!.ToJsonString()), ground, out JsonObject? again));
        // A member that was withheld is no longer held, and its note is of a member that is not given.
        Assert.Equal(Sorted(WithoutReasons(copy)), Sorted(WithoutReasons(again!)));
    }

    [Property(MaxTest = 150)]
    public void Bytes_that_are_cut_or_changed_are_refused_or_minimised_and_nothing_else(DoNotSize<int> any)
    {
        (SharingView view, JsonObject document, SensitiveGround? ground) = Case(any.Item);
        Random random = new(any.Item);
        byte[] text = Utf8(document, any.Item);
        Minimiser minimiser = new(view, RandomView.Options);
        for (int i = 0; i < 20; i++)
        {
            byte[] broken = [.. text];
            if (i % 2 == 0) broken = broken[..random.Next(broken.Length)];
            else for (int n = random.Next(1, 4); n > 0; n--) broken[random.Next(broken.Length)] = (byte)random.Next(256);
            ArrayBufferWriter<byte> output = new();
            bool given = minimiser.TryMinimise(broken, output, ground, out MinimisationException? refusal);
            Assert.Equal(given, refusal is null);
            Assert.Equal(given, output.WrittenCount > 0);
            if (given) JsonElement.Parse(output.WrittenSpan);
            else Assert.DoesNotContain(RandomText.Token, refusal!.ToString(), StringComparison.Ordinal);
        }
    }

    [Property(MaxTest = 150)]
    public void Nothing_that_is_left_out_is_in_the_copy(DoNotSize<int> any)
    {
        (SharingView view, JsonObject document, SensitiveGround? ground) = Case(any.Item);
        byte[] text = Utf8(document, any.Item);
        if (!TryMinimise(view, text, ground, out JsonObject? copy)) return;
        JsonObject expected = new MinimiserOracle(view, ground is not null, RandomView.Redactors).Minimise((JsonObject)JsonNode.Parse(text)!);
        HashSet<string> given = [.. Tokens().Matches(expected.ToJsonString()).Select(m => m.Value)];
        Assert.Empty(Tokens().Matches(copy!.ToJsonString()).Select(m => m.Value).Except(given));
    }

    private static (SharingView View, JsonObject Document, SensitiveGround? Ground) Case(int seed)
    {
        RandomText text = new(seed);
        return (new RandomView(text.Random).View(), text.Document(), text.Random.Next(2) == 0 ? Ground : null);
    }

    // Compact or indented, and with the platform's escapes or few.
    private static byte[] Utf8(JsonObject document, int seed)
    {
        JsonSerializerOptions options = new()
        {
            WriteIndented = (seed & 1) != 0,
            Encoder = (seed & 2) != 0 ? System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping : null,
        };
        return Encoding.UTF8.GetBytes(document.ToJsonString(options));
    }

    private static bool TryMinimise(SharingView view, byte[] text, SensitiveGround? ground, out JsonObject? copy)
    {
        ArrayBufferWriter<byte> output = new();
        bool given = new Minimiser(view, RandomView.Options).TryMinimise(text, output, ground, out MinimisationException? refusal);
        copy = given ? (JsonObject)JsonNode.Parse(output.WrittenSpan)! : null;
        if (!given) Assert.Equal(MinimisationFault.NotShared, refusal!.Fault);
        return given;
    }

    private static void RequirePart(JsonNode? copy, JsonNode? text, string at)
    {
        if (at.EndsWith("/view", StringComparison.Ordinal) || at.EndsWith("/absent", StringComparison.Ordinal)) return;
        switch (copy)
        {
            case JsonObject members:
                foreach (KeyValuePair<string, JsonNode?> member in members)
                {
                    if (member.Key is "view" or "absent" && members.ContainsKey("type")) continue;
                    JsonObject whole = Assert.IsType<JsonObject>(text);
                    Assert.True(whole.ContainsKey(member.Key), at);
                    RequirePart(member.Value, whole[member.Key], $"{at}/{member.Key}");
                }

                break;
            case JsonArray items when at.EndsWith("/records", StringComparison.Ordinal) || at.EndsWith("/granular", StringComparison.Ordinal):
                // In order, with some left out; records have no token in common but by their ids, so the place is searched.
                int next = 0;
                JsonArray from = (JsonArray)text!;
                foreach (JsonNode? item in items)
                {
                    while (next < from.Count && !IsPart(item, from[next])) next++;
                    Assert.True(next++ < from.Count, at);
                }

                break;
            case JsonArray items:
                JsonArray all = Assert.IsType<JsonArray>(text);
                Assert.Equal(all.Count, items.Count);
                for (int i = 0; i < items.Count; i++) RequirePart(items[i], all[i], $"{at}/~");
                break;
            default:
                if (at.EndsWith("/pointer", StringComparison.Ordinal) && (string?)copy == "/records") return;
                Assert.Equal(text?.ToJsonString(), copy?.ToJsonString());
                break;
        }
    }

    private static bool IsPart(JsonNode? copy, JsonNode? text)
    {
        try
        {
            RequirePart(copy, text, "/~");
            return true;
        }
        catch (Xunit.Sdk.XunitException)
        {
            return false;
        }
    }

    private static JsonNode? WithoutReasons(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                return new JsonObject(members.Where(m => !(m.Key == "absent" && members.ContainsKey("type"))).Select(m => KeyValuePair.Create(m.Key, WithoutReasons(m.Value))));
            case JsonArray items:
                return new JsonArray([.. items.Select(WithoutReasons)]);
            default:
                return node?.DeepClone();
        }
    }

    // Members in one order, so that texts can be compared and a difference read.
    private static string Sorted(JsonNode? node) => Ordered(node)?.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) ?? "null";

    private static JsonNode? Ordered(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Key, Ordered(m.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Ordered)]),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex(RandomText.Token + "[0-9]+", RegexOptions.None, 10_000)]
    private static partial Regex Tokens();
}
