using System.Text;
using System.Text.Json;
using Policing.DataModel.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Json;

/// <summary>What is at a limit reads; what is over it does not, is kept, and says so at its place.</summary>
public sealed class LimitTests
{
    private static readonly JsonLimits Small = new()
    {
        DocumentBytes = 2_000,
        BundleBytes = 6_000,
        BundleRecords = 3,
        Depth = 6,
        ExtensionDepth = 3,
        Members = 20,
        StringBytes = 40,
        Elements = 5,
    };

    private static ReadResult Read(string json, JsonLimits? limits = null, ReadMode mode = ReadMode.Tolerant) =>
        PoliceJson.Read(JsonText.Utf8(json), new ReadOptions { Limits = limits ?? Small, Mode = mode });

    private static void Reads(string json, JsonLimits? limits = null)
    {
        ReadResult read = Read(json, limits);
        Assert.True(read.IsReadable, $"{read.Report.Findings.First} {json}");
        Assert.True(JsonText.SameNormalised(JsonText.Utf8(json), PoliceJson.Write(read.Record!)), json);
    }

    private static void IsOver(string json, string? pointer = null, JsonLimits? limits = null)
    {
        ReadResult read = Read(json, limits);
        Assert.False(read.IsReadable, json);
        Finding found = Assert.Single(read.Report.Findings);
        Assert.Same(FindingRules.OverLimit, found.Rule);
        if (pointer is not null) Assert.Equal(pointer, found.Pointer);
        Assert.Equal(json, JsonText.Text(read.Unread.Span));
    }

    private static string Person(string members) => $$"""{"type":"person",{{members}}}""";

    private static string Repeat(string one, int times) => string.Join(',', Enumerable.Repeat(one, times));

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("[", depth)) + string.Concat(Enumerable.Repeat("]", depth));

    private static string Extended(string type, string data) => $"{{\"type\":\"{type}\",\"extensions\":{{\"a\":{{\"data\":{data}}}}}}}";

    [Theory]
    [InlineData("x")]
    [InlineData("é")]
    [InlineData("😀")]
    [Trait("limit", nameof(JsonLimits.StringBytes))]
    public void AStringIsMeasuredInUtf8AsItReadsNotAsItIsEscaped(string one)
    {
        int most = 40 / Encoding.UTF8.GetByteCount(one);
        string fits = string.Concat(Enumerable.Repeat(one, most));
        foreach (string member in (string[])["title", "full", "kind", "stranger"])
        {
            string pointer = member == "stranger" ? "/names/0/~[0]" : $"/names/0/{member}";
            string json = Person($$"""
                "names":[{"{{member}}":"{{fits}}"}]
                """);
            Reads(json);
            Reads(JsonText.Escaped(json));
            IsOver(json.Replace(fits, fits + one, StringComparison.Ordinal), pointer);
            IsOver(JsonText.Escaped(json.Replace(fits, fits + one, StringComparison.Ordinal)), pointer);
        }

        Reads(Person($"\"stranger\":[\"{fits}\"]"));
        IsOver(Person($"\"stranger\":[{{\"x\":\"{fits}{one}\"}}]"));
        IsOver(Person($"\"id\":\"{fits}{one}\""), "/id");
        IsOver(Person($"\"dateOfDeath\":\"{fits}{one}\""), "/dateOfDeath");
    }

    /// <summary>The writer escapes what is outside the basic plane, so that a text of ours is longer than the string.</summary>
    [Fact]
    public void WhatWasReadCanBeReadAgainOnceWritten()
    {
        string emoji = string.Concat(Enumerable.Repeat("😀", 16_000));
        Person person = new() { Id = RecordId.New(), Names = [new PersonName { Full = emoji }] };
        Assert.Equal(person, PoliceJson.Read(PoliceJson.Write(person)).Record);
    }

    [Fact]
    [Trait("limit", nameof(JsonLimits.Members))]
    public void Members()
    {
        string nineteen = string.Join(',', Enumerable.Range(0, 19).Select(i => $"\"m{i}\":0"));
        Reads(Person(nineteen));
        IsOver(Person(nineteen + ",\"one\":0"), "/~[20]");
        Reads(Person($"\"x\":{{{nineteen},\"n\":0}}"));
        IsOver(Person($"\"x\":{{{nineteen},\"n\":0,\"o\":0}}"), "/~[1]");
        string reasons = string.Join(',', Enumerable.Range(0, 20).Select(i => $"\"/n{i}\":\"unknown\""));
        Reads(Person($"\"absent\":{{{reasons}}}"));
        IsOver(Person($"\"absent\":{{{reasons},\"/n\":\"unknown\"}}"), "/absent/~[20]");
        IsOver(Person($"\"sex\":{{\"code\":\"1\",{nineteen},\"o\":1}}"), "/sex/~[20]");
    }

    [Fact]
    [Trait("limit", nameof(JsonLimits.Elements))]
    public void Elements()
    {
        Reads(Person($"\"names\":[{Repeat("{}", 5)}]"));
        IsOver(Person($"\"names\":[{Repeat("{}", 6)}]"), "/names/5");
        Reads(Person($"\"names\":[{{\"given\":[{Repeat("\"a\"", 5)}]}}]"));
        IsOver(Person($"\"names\":[{{\"given\":[{Repeat("\"a\"", 6)}]}}]"), "/names/0/given/5");
        Reads(Person($"\"x\":[{Repeat("0", 5)}]"));
        IsOver(Person($"\"x\":[{Repeat("0", 6)}]"), "/~[1]");
        IsOver(Person($"\"names\":[7,{Repeat("0", 5)}]"), "/names");
    }

    [Fact]
    [Trait("limit", nameof(JsonLimits.Depth))]
    public void Depth()
    {
        Reads(Person($"\"x\":{Nested(5)}"));
        IsOver(Person($"\"x\":{Nested(6)}"));
        IsOver($$"""{"x":{{Nested(6)}},"type":"person"}""");
        Reads($$"""{"type":"ufo","x":{{Nested(5)}}}""");
        IsOver($$"""{"type":"ufo","x":{{Nested(6)}}}""");
        IsOver(Person($"\"sex\":{Nested(6)}"));
        Reads($$"""{"type":"bundle","records":[{{Person($"\"x\":{Nested(5)}")}}]}""");
        IsOver($$"""{"type":"bundle","records":[{{Person($"\"x\":{Nested(6)}")}}]}""");
        IsOver($$"""{"records":[{{Person($"\"x\":{Nested(6)}")}}],"type":"bundle"}""");
        Reads(Extended("bundle", Nested(3)));
    }

    [Fact]
    public void AnErrorDeepInsideIsStillAnErrorOfSyntax()
    {
        string json = Person($"\"x\":{Nested(5)[..5]}nil");
        Assert.Same(FindingRules.NotJson, Assert.Single(Read(json).Report.Findings).Rule);
        json = $$"""{"x":{{Nested(5)[..5]}}nil,"type":"person"}""";
        Assert.Same(FindingRules.NotJson, Assert.Single(Read(json).Report.Findings).Rule);
    }

    [Fact]
    [Trait("limit", nameof(JsonLimits.ExtensionDepth))]
    public void DepthOfExtensions()
    {
        JsonLimits limits = Small with { Depth = 32 };
        Reads(Extended("person", Nested(3)), limits);
        IsOver(Extended("person", Nested(4)), "/extensions/~[0]/data", limits);
        IsOver($$"""{"type":"bundle","signatures":[{"a":[[[]]]}]}""", "/signatures/0", limits);
        Assert.Equal(8, JsonLimits.Default.ExtensionDepth);
    }

    [Fact]
    public void ADepthThatTheWriterCannotFollowIsRefusedInTheOptions()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new JsonLimits { Depth = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new JsonLimits { Depth = 201 });
        JsonLimits deepest = new() { Depth = 200, ExtensionDepth = 200 };
        Reads(Person($"\"x\":{Nested(199)}"), deepest);
        Reads($$"""{"type":"bundle","records":[{{Person($"\"x\":{Nested(199)}")}}]}""", deepest);
        string deep = Person($"\"absent\":{{\"/x\":\"unknown\"}},\"x\":{Nested(199)}");
        Assert.Contains(new PolicingValidator(new ValidationOptions { Limits = deepest }).Validate(JsonText.Utf8(deep)).Findings, f => f.Rule == FindingRules.PointerNowhere);
    }

    [Fact]
    [Trait("limit", nameof(JsonLimits.DocumentBytes))]
    [Trait("limit", nameof(JsonLimits.BundleBytes))]
    [Trait("limit", nameof(JsonLimits.BundleRecords))]
    public async Task DocumentAndBundle()
    {
        string fits = Person("\"sex\":\"1\"").PadRight(2_000);
        Reads(fits);
        IsOver(fits + " ", "");
        Reads("""{"type":"bundle"}""".PadRight(6_000));
        IsOver("""{"type":"bundle"}""".PadRight(6_001), "");
        IsOver("""{"type":"ufo"}""".PadRight(2_001), "");
        Reads($$"""{"type":"bundle","records":[{{Repeat("""{"type":"person"}""", 3)}}]}""");
        IsOver($$"""{"type":"bundle","records":[{{Repeat("""{"type":"person"}""", 4)}}]}""");

        using TrickleStream endless = new(JsonText.Utf8("""{"type":"bundle"}""".PadRight(1 << 20)), 1_000);
        ReadResult read = await PoliceJson.ReadAsync(endless, new ReadOptions { Limits = Small }, TestContext.Current.CancellationToken);
        Assert.Same(FindingRules.OverLimit, Assert.Single(read.Report.Findings).Rule);
        Assert.InRange(endless.Position, 6_001, 80_000);
    }

    [Fact]
    [Trait("limit", nameof(JsonLimits.Findings))]
    public void FindingsOverTheLimitAreCounted()
    {
        JsonLimits limits = new() { Findings = 3 };
        ReadResult read = Read(Person(string.Join(',', Enumerable.Range(0, 10).Select(i => $"\"m{i}\":0"))), limits);
        Assert.True(read.IsReadable);
        Assert.Equal((3, 9), (read.Report.Findings.Count, read.Report.Dropped));
        Assert.False(read.Report.IsValid);

        // What is forgotten, because its list is kept whole, is not counted either.
        read = Read(Person("\"id\":\"x\",\"modelVersion\":\"1.0\",\"names\":[{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1},7]"), limits);
        Assert.Equal((FindingRules.WrongKind, "/names/1"), (read.Report.Findings[0].Rule, read.Report.Findings[0].Pointer));
        Assert.Equal((1, 0), (read.Report.Findings.Count, read.Report.Dropped));
    }

    [Fact]
    public void WiderLimitsHoldForTheEnvelopeOfAnUnknownRecordToo()
    {
        string many = string.Join(',', Enumerable.Range(0, 1_500).Select(i => $"\"m{i}\":0"));
        Reads($$$"""{"type":"ufo","marking":{{{{many}}}}}""", JsonLimits.Default with { Members = 2_000 });
        string longText = new('x', 70_000);
        Reads($$$"""{"type":"ufo","status":{"reason":"{{{longText}}}"}}""", JsonLimits.Default with { StringBytes = 80_000 });
    }

    [Fact]
    public void StrictStopsAtTheFirstErrorAndNamesItsPlace()
    {
        (string Json, FindingRule Rule, string Pointer)[] cases =
        [
            ("""{"type":"person","id":"x","modelVersion":"1.0","sex":7}""", FindingRules.WrongKind, "/sex"),
            ("""{"type":"person","id":"x","modelVersion":"1.0","names":[{},{"given":["a",7]}]}""", FindingRules.WrongKind, "/names/1/given/1"),
            ("""{"type":"person","modelVersion":"1.0"}""", FindingRules.Missing, "/id"),
            ("""{"type":"bundle","id":"x","modelVersion":"1.0","kind":"collection","operationalStatus":"test","records":[{"type":"person","id":"x"}]}""", FindingRules.Missing, "/records/0/modelVersion"),
            ("""{"type":"bundle","id":"x","modelVersion":"1.0","kind":"collection","operationalStatus":"test","records":[{}]}""", FindingRules.NoType, "/records/0"),
        ];
        foreach ((string json, FindingRule rule, string pointer) in cases)
        {
            ReadResult read = Read(json, JsonLimits.Default, ReadMode.Strict);
            Assert.False(read.IsReadable, json);
            Finding found = Assert.Single(read.Report.Findings);
            Assert.Equal((rule, pointer), (found.Rule, found.Pointer));
            Assert.True(Read(json, JsonLimits.Default).IsReadable);
        }

        Assert.True(Read("""{"type":"person","id":"x","modelVersion":"1.0","names":[],"x":1}""", JsonLimits.Default, ReadMode.Strict).IsReadable);
    }

    [Fact]
    public void ALargeTextWithManyFindingsIsPlacedInTime()
    {
        string records = Repeat("""{"type":"person","x":{"a":[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]}}""", 1_000);
        byte[] bundle = JsonText.Utf8($$"""{"type":"bundle","pad":[{{Repeat($"\"{new string('x', 60_000)}\"", 300)}}],"records":[{{records}}]}""");
        Assert.Equal(1_000, PoliceJson.Read(bundle).Report.Findings.Count);

        // Placing each finding by a walk from the start would be five hundred walks.
        Assert.InRange(Fastest(() => PoliceJson.Read(bundle)) / Fastest(() => Walk(bundle)), 0, 150);
    }

    private static void Walk(byte[] json)
    {
        Utf8JsonReader reader = new(json);
        while (reader.Read()) { }
    }

    private static double Fastest(Action work) => Enumerable.Range(0, 3).Min(_ =>
    {
        long start = TimeProvider.System.GetTimestamp();
        work();
        return TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    });
}
