using System.Reflection;
using System.Text.Json;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;
using Policing.DataModel.Tests.Conventions;
using Policing.DataModel.Tests.Json;
using Policing.DataModel.Validation;

namespace Policing.DataModel.Tests.Codes;

/// <summary>Every code type: what is known is one object, what is not known is kept with all that came.</summary>
public sealed class CodedValueTests
{
    public static TheoryData<string> Types => [.. Reflected.Codes.Select(t => t.Name)];

    private static void Each(string type, string method) =>
        typeof(CodedValueTests).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(Reflected.Codes.Single(t => t.Name == type))
            .CreateDelegate<Action>()();

    [Theory]
    [MemberData(nameof(Types))]
    public void AListedCodeIsOneObjectHoweverItIsWritten(string type) => Each(type, nameof(Interned));

    private static void Interned<T>()
        where T : CodedValue, ICodedValue<T>
    {
        Assert.False(T.BuiltIn.IsEmpty);
        foreach (T code in T.BuiltIn)
        {
            string plain = JsonSerializer.Serialize(code.Code);
            Assert.Same(code, T.Of(code.Code!));
            Assert.Same(code, T.From(new CodeParts { Code = code.Code }));
            foreach (string json in (string[])[plain, JsonText.Escaped(plain), $$"""{"code":{{plain}}}""", JsonText.Escaped($$"""{"code":{{plain}},"label":null}""")])
            {
                Assert.Same(code, JsonSerializer.Deserialize<T>(json));
                Assert.Same(code, JsonText.FromSegments<T>(JsonText.Utf8(json), 1));
            }

            Assert.Equal(plain, JsonSerializer.Serialize(code));
            Assert.True(code.IsBuiltIn);
            Assert.Equal((code.Code, code.Code), (code.OwnCode, code.ToString()));
            Assert.Equal(code.Code, ReferenceData.BuiltIn.Find(code.ListId, code.Code!)!.Code);
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void WhatIsNotListedIsKept(string type) => Each(type, nameof(Kept));

    private static void Kept<T>()
        where T : CodedValue, ICodedValue<T>
    {
        string known = JsonSerializer.Serialize(T.BuiltIn[0].Code);
        string[] texts =
        [
            "\"\"", "\"CANARY\"", "\"\\u0000\"", $"\"{new string('x', 500)}\"", JsonSerializer.Serialize(T.BuiltIn[0].Code + " "), JsonSerializer.Serialize(T.BuiltIn[0].Code!.ToUpperInvariant() + "X"),
            """{}""", """{"text":"CANARY"}""", """{"code":""}""", """{"label":"CANARY"}""", """{"national":"CANARY"}""",
            $$"""{"code":{{known}},"text":"CANARY"}""", $$"""{"list":"https://example.org/CANARY","code":{{known}}}""", """{"list":"","code":"CANARY","label":"","national":"","text":""}""",
            """{"code":"CANARY","CANARY":{"x":[null,2.50]},"second":null}""", """{"code":7,"list":[],"label":{"a":1},"national":true,"text":["CANARY"]}""", $$"""{"code":{{known}},"list":7}""",
        ];
        foreach (string json in texts)
        {
            T value = JsonSerializer.Deserialize<T>(json)!;
            T inSegments = JsonText.FromSegments<T>(JsonText.Utf8(JsonText.Escaped(json)))!;
            Assert.Equal(value, inSegments);
            Assert.Equal(value.GetHashCode(), inSegments.GetHashCode());
            string written = JsonSerializer.Serialize(value);
            Assert.True(JsonText.SameNormalised(JsonText.Utf8(json == """{"code":""}""" ? "\"\"" : json), JsonText.Utf8(written)), $"{json} {written}");
            Assert.Equal(value, JsonSerializer.Deserialize<T>(written));
            Assert.DoesNotContain("CANARY", $"{value} {value.Unknown}");
        }

        Assert.False(T.Of("x1").IsBuiltIn);
        Assert.Equal(T.Of("x1"), T.Of("x1"));
        Assert.True(T.Of("x1") == T.Of("x1") && T.Of("x1") != T.Of("x2") && T.Of("x1") != null);
        Assert.Throws<ArgumentException>(() => T.From(default));
        Assert.Throws<ArgumentNullException>(() => T.Of(null!));
        Assert.Null(JsonSerializer.Deserialize<T>("null"));
        foreach (string wrong in (string[])["7", "true", "[\"CANARY\"]", "\"\\ud800CANARY\"", """{"code":"1","CANARY":1,"CANARY":2}""", """{"code":"1","c\u006fde":"CANARY"}"""])
            Assert.DoesNotContain("CANARY", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<T>(wrong)).ToString());
    }

    [Fact]
    public void EqualityIsByAllPartsAndType()
    {
        CodeParts[] parts =
        [
            new() { Code = "1" }, new() { Code = "2" }, new() { Code = "1", List = "x" }, new() { Code = "1", Label = "x" }, new() { Code = "1", National = "x" },
            new() { Code = "1", Text = "x" }, new() { Text = "1" }, new() { List = "1" }, new() { National = "1" }, new() { Label = "1" },
        ];
        for (int i = 0; i < parts.Length; i++)
            for (int j = 0; j < parts.Length; j++) Assert.Equal(i == j, Sex.From(parts[i]) == Sex.From(parts[j]));
        Assert.False(Sex.Of("1").Equals(HomeOfficeOutcome.Of("1")));
        Assert.DoesNotContain("CANARY", new CodeParts { Code = "CANARY", List = "CANARY", Label = "CANARY", National = "CANARY", Text = "CANARY" }.ToString());
    }

    [Theory]
    [InlineData("1", null, null, "1")]
    [InlineData("1", null, "2", "1")]
    [InlineData("1", "https://example.org/x", null, null)]
    [InlineData("1", "https://example.org/x", "2", "2")]
    [InlineData(null, null, "2", "2")]
    public void TheOwnCodeIsThatOfThePropertysList(string? code, string? list, string? national, string? own) =>
        Assert.Equal(own, Sex.From(new CodeParts { Code = code, List = list, National = national }).OwnCode);

    [Fact]
    public void MembersOfTheObjectFormOfTheWrongKindAreFoundAtTheirPlace()
    {
        const string json = """{"type":"person","id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057","modelVersion":"1.0","sex":{"code":7,"list":null,"label":[],"CANARY":1}}""";
        ReadResult read = PoliceJson.Read(JsonText.Utf8(json));
        Assert.Equal(
            [(FindingRules.WrongKind, "/sex/code"), (FindingRules.NullOrEmpty, "/sex/list"), (FindingRules.WrongKind, "/sex/label"), (FindingRules.UnknownMember, "/sex/~[3]")],
            read.Report.Findings.Select(f => (f.Rule, f.Pointer)));
        Assert.Contains("""{"code":7,"label":[],"CANARY":1}""", JsonText.Write(read.Record!));
    }

    /// <summary>A rule that depends on a code asks for the code, not for the way it was written.</summary>
    [Fact]
    public void TheObjectFormOfACodeMeansTheSameToTheRules()
    {
        PolicingValidator validator = new();
        Bundle message = new() { Id = RecordId.New(), Kind = With(BundleKind.Message, "msg"), OperationalStatus = OperationalStatus.Test, Marking = new Marking { Tier = With(SecurityTier.Official, "Official") } };
        Assert.Equal(["/sender", "/recipients", "/message"], validator.Validate(message).Findings.Where(f => f.Rule == FindingRules.BundleParts).Select(f => f.Pointer));
        Assert.DoesNotContain(validator.Validate(message).Findings, f => f.Rule == FindingRules.AboveCeiling);
        message = message with { Marking = new Marking { Tier = SecurityTier.From(new CodeParts { List = "https://example.org/tiers", Code = "G", National = "secret" }) } };
        Assert.Contains(validator.Validate(message).Findings, f => f.Rule == FindingRules.AboveCeiling);
        message = message with { Marking = new Marking { Tier = SecurityTier.Of("cosmic") } };
        Assert.Contains(validator.Validate(message).Findings, f => f.Rule == FindingRules.AboveCeiling);
        Crime crime = new()
        {
            Id = RecordId.New(),
            Controllers = [PoliceAgencies.Of(PoliceAgency.Essex)],
            Occurred = new TimeWindow { Kind = With(OffenceDateCode.Between, "betw."), Start = PartialDateTime.FromYear(2020) },
        };
        Assert.Contains(validator.Validate(crime).Findings, f => f.Rule == FindingRules.TimeWindow);
    }

    private static T With<T>(T code, string text)
        where T : CodedValue, ICodedValue<T> => T.From(new CodeParts { Code = code.Code, Text = text });
}
