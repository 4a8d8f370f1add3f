using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Policing.DataModel.Schemas;
using Policing.DataModel.Tests.Json;
using Policing.JsonSchema;

namespace Policing.DataModel.Tests.Values;

/// <summary>What every value type must pass. A new one derives from this, gives examples, and adds what is its own.</summary>
/// <typeparam name="T">The value type.</typeparam>
public abstract class TextValueBattery<T>
    where T : struct, ITextValue<T>, IComparable<T>
{
    /// <summary>Well-formed texts in ascending order of <c>CompareTo</c>, none equal to another, each as the value writes it.</summary>
    protected abstract ImmutableArray<string> Ascending { get; }

    /// <summary>Texts that are nearly right.</summary>
    protected abstract ImmutableArray<string> Malformed { get; }

    /// <summary>Texts that are well formed but not the canonical form; kept as they are.</summary>
    protected virtual ImmutableArray<string> Variants => [];

    /// <summary>Well-formed texts that are not the canonical form, each with it.</summary>
    protected virtual ImmutableArray<(string Text, string Canonical)> Spellings => [];

    /// <summary>True when the shape is so wide that a word, or a text twice over, is well formed too.</summary>
    protected virtual bool IsWide => false;

    private ImmutableArray<string> WellFormed => [.. Ascending, .. Variants, .. Spellings.Select(s => s.Text)];

    private ImmutableArray<string> AllMalformed =>
    [
        .. Malformed, "", " ", "ÄÖ", "😀", "\u0000", new string('1', 40), new string('A', 40),
        .. WellFormed.SelectMany(t => (string[])[t + " ", " " + t, t[..^1] + "\u0661", t + "\0", t + "\n"]),
        .. IsWide ? [] : WellFormed.Select(t => t + t).Append("rubbish"),
    ];

    private ImmutableArray<string> All => [.. WellFormed, .. AllMalformed];

    // Values are written and read the same whatever the culture asks for.
    private static readonly NumberFormatInfo Odd = new() { NegativeSign = "~", PositiveSign = "!" };

    private static string Quoted(string text) => JsonSerializer.Serialize(text);

    [Fact]
    public void TextDecidesWhetherItIsWellFormed()
    {
        Assert.All(WellFormed, t => Assert.False(T.FromText(t).IsMalformed, t));
        Assert.All(AllMalformed, t => Assert.True(T.FromText(t).IsMalformed, t));
        Assert.All(All, t => Assert.False(T.FromText(t).IsAbsent, t));
        Assert.All(All, t => Assert.Equal(t, T.FromText(t).Text));
        Assert.All(All, t => Assert.Equal(t, T.FromText(t).ToString()));
        Assert.Throws<ArgumentNullException>(() => T.FromText(null!));
    }

    [Fact]
    public void TheCanonicalFormIsOneOfItsSpellingsAndStable()
    {
        foreach ((string text, string canonical) in Spellings)
        {
            Assert.NotEqual(text, canonical);
            Assert.Equal(canonical, T.Parse(text, null).Canonical);
            Assert.True(T.Parse(text, null).Means(T.Parse(canonical, null)));
        }

        foreach (string text in WellFormed)
        {
            string canonical = Assert.IsType<string>(T.Parse(text, null).Canonical);
            Assert.Equal((canonical, canonical), (T.Parse(canonical, null).Text, T.Parse(canonical, null).Canonical));
        }

        Assert.All(AllMalformed, t => Assert.Null(T.FromText(t).Canonical));
        Assert.Null(default(T).Canonical);
    }

    [Fact]
    public void TwoMeanTheSameWhenTheirCanonicalFormsAreEqual()
    {
        T[] values = [default, .. All.Distinct().Select(T.FromText)];
        foreach (T a in values)
        {
            Assert.Equal(a.Canonical is not null, a.Means(a));
            foreach (T b in values)
            {
                Assert.Equal(a.Canonical is not null && a.Canonical == b.Canonical, a.Means(b));
                if (a.Equals(b)) Assert.Equal(a.Canonical, b.Canonical);
            }
        }
    }

    [Fact]
    public void Utf8AndUtf16Agree() => Assert.All(All, Agree);

    [Fact]
    public void NoTextAndNoBytesMakeItThrow()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            T value = T.FromText(text ?? "");
            Assert.Equal(value.Canonical is null, value.IsMalformed);
            Assert.Equal(text is not null && !value.IsMalformed, TryParseString(text, out T _));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            T value = T.FromUtf8(bytes);
            Assert.Equal(!value.IsMalformed, T.IsValid(bytes));
            Assert.Equal(!value.IsMalformed, T.TryParse(bytes, null, out _));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    /// <summary>Texts near the well-formed ones: a character changed, dropped, doubled, or another's end.</summary>
    [Fact]
    public void Utf8AndUtf16AgreeOnWhatIsNearlyRight()
    {
        Gen<string> near =
            from text in Gen.Elements<string>(WellFormed)
            from other in Gen.Elements<string>(All)
            from at in Gen.Choose(0, text.Length - 1)
            from with in Gen.Elements<char>([.. "0123456789-:+./TZtz AaFfXxOoSs\né\u0661\u212A"])
            from how in Gen.Choose(0, 3)
            select how switch
            {
                0 => text[..at] + with + text[(at + 1)..],
                1 => text.Remove(at, 1),
                2 => text.Insert(at, with.ToString()),
                _ => text[..at] + other[Math.Min(at, other.Length)..],
            };
        near = near.Where(text => !text.Any(char.IsSurrogate));
        Prop.ForAll(Arb.From(near), text => Agree(text)).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
    }

    // Asked of the value itself, a string would go to the span's overload: that interface is the nearer one.
    private static bool TryParseString<TValue>(string? text, out TValue value)
        where TValue : IParsable<TValue> => TValue.TryParse(text, null, out value!);

    private static TValue ParseString<TValue>(string text)
        where TValue : IParsable<TValue> => TValue.Parse(text, null);

    private static void Agree(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        T value = T.FromText(text);
        Assert.Equal(value, T.FromUtf8(utf8));
        Assert.Equal(text, value.Text);
        Assert.Equal(text, T.FromUtf8(utf8).Text);
        Assert.Equal(!value.IsMalformed, T.IsValid(utf8));
        Assert.Equal(value.IsMalformed, value.Canonical is null);
        if (value.Canonical is { } canonical) Assert.Equal(canonical, T.Parse(canonical, null).Canonical);
        Assert.Equal(!value.IsMalformed, TryParseString(text, out T fromText));
        Assert.Equal(!value.IsMalformed, T.TryParse(text.AsSpan(), Odd, out T fromChars));
        Assert.Equal(!value.IsMalformed, T.TryParse(utf8, null, out T fromUtf8));
        Assert.All((T[])[fromText, fromChars, fromUtf8], v => Assert.Equal(value.IsMalformed ? default : value, v));
        Assert.Equal(value, JsonSerializer.Deserialize<T>(Quoted(text)));
        if (!value.IsMalformed) Assert.True(Schema.IsValid(Encoding.UTF8.GetBytes(Quoted(text))), "The pattern of the strict schema refuses what is well formed.");
    }

    // The strict schema of the value: it may let more pass, never less.
    private static CompiledSchema Schema => RecordSchemas.Strict.Of(JsonNamingPolicy.KebabCaseLower.ConvertName(typeof(T).Name));

    [Fact]
    public void TheStrictSchemaHasAPatternThatRefusesRubbish() =>
        Assert.All((string[])["", " ", "ÄÖ"], t => Assert.False(Schema.IsValid(Encoding.UTF8.GetBytes(Quoted(t)))));

    [Fact]
    public void ParseIsStrictAndItsMessageQuotesNothing()
    {
        foreach (string text in WellFormed)
        {
            Assert.Equal(text, ParseString<T>(text).Text);
            Assert.Equal(text, T.Parse(text.AsSpan(), null).Text);
            Assert.Equal(text, T.Parse(Encoding.UTF8.GetBytes(text), null).Text);
        }

        foreach (string text in AllMalformed.Append("CANARY?"))
        {
            FormatException[] thrown =
            [
                Assert.Throws<FormatException>(() => ParseString<T>(text)),
                Assert.Throws<FormatException>(() => T.Parse(text.AsSpan(), null)),
                Assert.Throws<FormatException>(() => T.Parse(Encoding.UTF8.GetBytes(text), null)),
            ];
            Assert.All(thrown, e => Assert.Contains(T.Shape, e.Message));
            Assert.All(thrown, e => Assert.DoesNotContain("CANARY", e.ToString()));
        }

        Assert.False(TryParseString(null, out T none));
        Assert.True(none.IsAbsent);
    }

    [Fact]
    public void TheDefaultIsAbsent()
    {
        T value = default;
        Assert.True(value.IsAbsent);
        Assert.False(value.IsMalformed);
        Assert.Equal("", value.Text);
        Assert.Equal("", value.ToString());
        Assert.Equal(default, value);
        Assert.NotEqual(value, T.FromText(""));
        Assert.Equal(0, value.CompareTo(default));
        Assert.True(value.TryFormat([], out int written, default, null));
        Assert.Equal(0, written);
    }

    [Fact]
    public void EqualityAndHashAndOrderAgree()
    {
        T[] values = [default, .. All.Distinct().Select(T.FromText)];
        foreach (T a in values)
        {
            Assert.True(a.Equals((object)a));
            Assert.False(a.Equals((object)"x"));
            foreach (T b in values)
            {
                Assert.Equal(a.Equals(b), b.Equals(a));
                if (a.Equals(b)) Assert.Equal(a.GetHashCode(), b.GetHashCode());
                Assert.Equal(a.Equals(b), a.CompareTo(b) == 0);
                Assert.Equal(Math.Sign(a.CompareTo(b)), -Math.Sign(b.CompareTo(a)));
            }
        }

        T[] sorted = [.. values.Order()];
        Assert.True(sorted[0].IsAbsent);
        for (int i = 0; i < sorted.Length; i++)
            for (int j = i; j < sorted.Length; j++) Assert.True(sorted[i].CompareTo(sorted[j]) <= 0);
        Assert.Equal(Ascending, Ascending.Reverse().Select(T.FromText).Order().Select(v => v.Text));
    }

    [Fact]
    public void FormatsIntoASpanThatIsLargeEnoughAndNoOther()
    {
        foreach (string text in All)
        {
            T value = T.FromText(text);
            char[] chars = new char[text.Length];
            Assert.True(value.TryFormat(chars, out int written, default, CultureInfo.InvariantCulture));
            Assert.Equal(text, new string(chars, 0, written));
            Assert.Equal(text, value.ToString("x", Odd));
            Assert.Equal(text, $"{value}");
            if (text.Length == 0) continue;
            Assert.False(value.TryFormat(chars.AsSpan(1), out written, default, null));
            Assert.Equal(0, written);
            if (value is not IUtf8SpanFormattable bytes) continue;
            byte[] utf8 = new byte[Encoding.UTF8.GetByteCount(text)];
            Assert.True(bytes.TryFormat(utf8, out written, default, null));
            Assert.Equal(text, Encoding.UTF8.GetString(utf8, 0, written));
            Assert.False(bytes.TryFormat(utf8.AsSpan(1), out _, default, null));
        }
    }

    [Fact]
    public void ReadsTheSamePlainEscapedAndInSegments()
    {
        foreach (string text in All)
        {
            T value = T.FromText(text);
            string plain = Quoted(text);
            string escaped = $"\"{string.Concat(text.Select(c => $"\\u{(int)c:x4}"))}\"";
            foreach (string json in (string[])[plain, escaped])
            {
                T read = JsonSerializer.Deserialize<T>(json);
                Assert.Equal((value, text), (read, read.Text));
                read = JsonText.FromSegments<T>(Encoding.UTF8.GetBytes(json));
                Assert.Equal((value, text), (read, read.Text));
                read = JsonText.FromSegments<T>(Encoding.UTF8.GetBytes(json), 1);
                Assert.Equal((value, text), (read, read.Text));
            }

            Assert.Equal(value, JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value)));
            Assert.Equal(text, JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(value)));
        }
    }

    private sealed record Holder
    {
        public T Value { get; init; }

        public T? Maybe { get; init; }

        public ValueList<T> Many { get; init; }
    }

    [Fact]
    public void InAUsersOwnTypeNullAndAbsentAreTheDefault()
    {
        Assert.Equal(new Holder(), JsonSerializer.Deserialize<Holder>("{}"));
        Holder nulls = JsonSerializer.Deserialize<Holder>("""{"Value":null,"Maybe":null,"Many":null}""")!;
        Assert.True(nulls.Value.IsAbsent);
        Assert.Null(nulls.Maybe);
        Assert.True(nulls.Many.IsEmpty);
        Holder empty = JsonSerializer.Deserialize<Holder>("""{"Value":"","Maybe":"","Many":[""]}""")!;
        Assert.All((T[])[empty.Value, empty.Maybe!.Value, empty.Many[0]], v => Assert.True(v.IsMalformed && v.Text.Length == 0));
        Holder full = new() { Value = T.FromText(Ascending[0]), Maybe = T.FromText(Ascending[^1]), Many = [T.FromText(Malformed[0])] };
        Assert.Equal(full, JsonSerializer.Deserialize<Holder>(JsonSerializer.Serialize(full)));
        Assert.Equal(new Holder(), JsonSerializer.Deserialize<Holder>(JsonSerializer.Serialize(new Holder())));
    }

    [Fact]
    public void AnotherKindIsRefusedWithoutAQuotation()
    {
        foreach (string json in (string[])["7", "true", """{"CANARY":"CANARY"}""", """["CANARY"]""", "\"\\ud800CANARY\"", "\"CANARY", "CANARY"])
        {
            JsonException thrown = Assert.ThrowsAny<JsonException>(() => JsonText.FromSegments<T>(Encoding.UTF8.GetBytes(json)));
            // Where the text is no JSON at all, the platform throws before the value is asked.
            if (json != "CANARY" && json != "\"CANARY") Assert.DoesNotContain("CANARY", thrown.ToString());
        }

        byte[] notUtf8 = [(byte)'"', .. Encoding.UTF8.GetBytes("CANARY"), 0xFF, (byte)'"'];
        Assert.DoesNotContain("CANARY", Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<T>(notUtf8)).ToString());
    }

    [Fact]
    public void IsAKeyOfADictionary()
    {
        Dictionary<T, int> map = new() { [T.FromText(Ascending[0])] = 1, [T.FromText(Malformed[0])] = 2 };
        Assert.Equal(map, JsonSerializer.Deserialize<Dictionary<T, int>>(JsonSerializer.Serialize(map)));
    }

    [Fact]
    public void ParsingFromUtf8AllocatesTheTextAtMost()
    {
        byte[][] texts = [.. WellFormed.Select(Encoding.UTF8.GetBytes)];
        byte[][] malformed = [.. AllMalformed.Select(Encoding.UTF8.GetBytes)];
        Parse(texts);
        Parse(malformed);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Parse(malformed);
        long between = GC.GetAllocatedBytesForCurrentThread();
        Parse(texts);
        long after = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(0, between - before);
        Assert.InRange(after - between, 0, texts.Sum(t => SizeOfString(t.Length)));
    }

    // Object header, method table, length, characters and the closing zero, to a multiple of eight.
    private static long SizeOfString(int length) => (8 + 8 + 4 + (2 * (length + 1)) + 7) / 8 * 8;

    private static int Parse(byte[][] texts)
    {
        int read = 0;
        foreach (byte[] text in texts)
            if (T.TryParse(text, null, out _)) read++;
        return read;
    }

    [Fact]
    public void ValidityAllocatesNothing()
    {
        byte[][] texts = [.. All.Select(Encoding.UTF8.GetBytes)];
        int valid = CountValid(texts);
        long before = GC.GetAllocatedBytesForCurrentThread();
        int again = CountValid(texts);
        long after = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal((valid, 0L), (again, after - before));
    }

    private static int CountValid(byte[][] texts)
    {
        int valid = 0;
        foreach (byte[] text in texts)
            if (T.IsValid(text)) valid++;
        return valid;
    }
}
