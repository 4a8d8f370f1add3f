using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Policing.Conformance.Targets;

namespace Policing.Conformance.Cases;

/// <summary>What programs are asked that read records: take in, keep, change.</summary>
internal static class ConsumerCases
{
    private const string Envelope = """{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057","type":"person","modelVersion":"1.0","controllers":[{"scheme":"police","id":"essex"}]""";
    private const string Id = "urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057";

    private static readonly Lazy<ILookup<string, ConformanceCase>> All = new(static () => Make().ToLookup(c => c.Id[..c.Id.IndexOf('/')], StringComparer.Ordinal));

    public static IReadOnlyList<ConformanceCase> Of(string requirement) => [.. All.Value[requirement]];

    private static IEnumerable<ConformanceCase> Make() => [.. Reading(), .. Keeping(), .. Changing()];

    private static IEnumerable<ConformanceCase> Reading()
    {
        foreach (string type in CorpusFiles.Types)
            foreach (string name in (string[])["minimal", "typical", "everything"])
                yield return Taken($"PSDK-CON-0001/{type}-{name}", $"a valid {type}: {name}", CorpusFiles.Bytes($"valid/{type}/{name}.json"), type);
        yield return Refused("PSDK-CON-0002/mistyped-literal", "a literal that is none", Corpus("PSDK-JSON-0001/01"));
        yield return Refused("PSDK-CON-0002/cut-off", "a text that ends in the middle", Person("")[..^1]);
        yield return Refused("PSDK-CON-0003/same-name", "a member that stands twice", Corpus("PSDK-JSON-0002/01"));
        yield return Refused("PSDK-CON-0003/same-name-escaped", "a member that stands twice, once escaped", Person(""","sex":"1","\u0073ex":"2" """));
        yield return Refused("PSDK-CON-0003/same-name-in-extension", "a member that stands twice in an extension", Person(""","extensions":{"https://example.org/ours":{"data":{"a":1,"a":2}}}"""));
        yield return Refused("PSDK-CON-0004/half-pair", "half of a surrogate pair", Corpus("PSDK-JSON-0003/01"));
        yield return Refused("PSDK-CON-0004/not-utf-8", "a byte that UTF-8 does not have", [.. Person(""","names":[{"full":"X""")[..^1], 0xFF, .. "\"}]}"u8]);
        yield return Refused("PSDK-CON-0005/array", "an array", Corpus("PSDK-JSON-0004/01"));
        yield return Refused("PSDK-CON-0006/no-type", "an object without type", Corpus("PSDK-JSON-0005/01"));
        yield return Refused("PSDK-CON-0007/depth", "objects in objects, 80 levels", Person(Deep(80)));
        yield return Refused("PSDK-CON-0008/other-major", "a record of another major version", Corpus("PSDK-JSON-0013/01"));
        yield return Taken("PSDK-CON-0009/later-minor", "a record of a later minor version", Corpus("PSDK-JSON-0014/01"));
        yield return Taken("PSDK-CON-0009/later-minor-with-member", "a record of a later minor version with a member of that version", LaterMinor());
        yield return Refused("PSDK-CON-0010/must-understand", "an extension that must be understood", Corpus("PSDK-JSON-0015/01"));
        yield return Taken("PSDK-CON-0011/extension", "an extension of somebody else", Extended());
        yield return Taken("PSDK-CON-0012/null", "a null", Corpus("PSDK-JSON-0010/01"));
        yield return Taken("PSDK-CON-0012/empty-list", "an empty list", Corpus("PSDK-JSON-0010/02"));
        yield return Taken("PSDK-CON-0013/unknown-code", "a code that no list has", Corpus("PSDK-COD-0001/01"));
        yield return Taken("PSDK-CON-0013/code-of-another-list", "a code of another list", OtherList());
        yield return Refused("PSDK-CON-0014/above-ceiling", "a record marked SECRET", Corpus("PSDK-RUL-0018/01"));
        yield return Refused("PSDK-CON-0014/part-above-ceiling", "a record with a part marked SECRET", Corpus("PSDK-RUL-0018/02"));
        yield return Taken("PSDK-CON-0015/unknown-member", "a member that the model does not define", Corpus("PSDK-JSON-0012/01"));
        yield return Refused("PSDK-CON-0016/fault-in-second-record", "a bundle whose second record has a member twice", Bundle(CrimeText, """{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8060","type":"crime","modelVersion":"1.0","context":"a","context":"b"}"""));
        yield return Taken("PSDK-CON-0017/unknown-record-in-bundle", "a bundle with a record of an unknown type", Bundle(CrimeText, UnknownText));
    }

    private static IEnumerable<ConformanceCase> Keeping()
    {
        foreach (string type in CorpusFiles.Types)
            foreach (string name in (string[])["minimal", "typical", "everything"])
                yield return Kept($"PSDK-CON-0101/{type}-{name}", $"a valid {type}: {name}", CorpusFiles.Bytes($"valid/{type}/{name}.json"), type);
        yield return Kept("PSDK-CON-0102/at-top", "an unknown member of the record", Person(""","shoeSize":"43 wide","nested":{"a":[1,{"b":null}],"c":""}"""));
        yield return Kept("PSDK-CON-0103/in-part", "an unknown member of a part", Person(""","source":{"system":"https://records.example.org","shard":"blue"}"""));
        yield return Kept("PSDK-CON-0103/in-entry", "an unknown member of an entry of a list", Person(""","names":[{"surname":"Sample","phonetic":"SAM-pl"},{"full":"Sammy"}]"""));
        yield return Kept("PSDK-CON-0104/unknown-code", "a code that no list has", Person(""","sex":"Q-77" """));
        yield return Kept("PSDK-CON-0105/parts-of-a-code", "a code of another list with its mapping and text", OtherList());
        yield return Kept("PSDK-CON-0105/text-alone", "what the source wrote, without a code", Person(""","sex":{"text":"not recorded at the desk"}"""));
        yield return Kept("PSDK-CON-0106/extension", "an extension of somebody else, with nulls and empty lists in it", Extended());
        yield return Kept("PSDK-CON-0107/absent", "reasons for absence", Person(""","absent":{"/sex":"declined","/religions":"unknown"}"""));
        yield return Kept("PSDK-CON-0108/month", "a date known to the month", Person(""","datesOfBirth":[{"date":"1987-03"}]"""));
        yield return Kept("PSDK-CON-0108/no-offset", "a time without offset", Crime(""","reportedAt":"2025-03-04T09:30" """), "crime");
        yield return Kept("PSDK-CON-0108/offset", "a time with the offset of summer", Crime(""","reportedAt":"2025-07-04T09:30:00+01:00" """), "crime");
        yield return Kept("PSDK-CON-0109/later-minor", "the version and a member of a later minor version", LaterMinor());
        yield return Kept("PSDK-CON-0110/unknown-record", "a record of an unknown type", Bytes(UnknownText));
        yield return Kept("PSDK-CON-0110/unknown-record-in-bundle", "a record of an unknown type in a bundle", Bundle(CrimeText, UnknownText));
        yield return KeptOrRefused("PSDK-CON-0111/malformed-date", "a date that is none", Person(""","datesOfBirth":[{"date":"31/12/1999"}]"""));
        yield return KeptOrRefused("PSDK-CON-0111/malformed-identifier", "an identifier without the form of its kind", Person(""","identifiers":[{"kind":"pnc-id","value":"91/ 1k?"}]"""));
        yield return KeptOrRefused("PSDK-CON-0112/wrong-kind", "a number where a text belongs", Person(""","names":[{"surname":7}]"""));
        yield return KeptOrRefused("PSDK-CON-0112/wrong-entry", "a list with an entry of the wrong kind", Corpus("PSDK-JSON-0007/01"));
        yield return Kept("PSDK-CON-0113/order", "the order of a list", Person(""","names":[{"full":"Zoe"},{"full":"Adam"},{"full":"Zoe"}]"""));
        yield return Kept("PSDK-CON-0114/letters", "letters of other alphabets, marks apart and together, emoji", Person(""","names":[{"full":"Siân Łukasz 李小龍 e\u0301\u00e9 \ud83d\ude80 \"quoted\" <b>&"},{"full":"  two blanks  "}]"""));
        yield return Kept("PSDK-CON-0115/id-case", "an id in capital letters", Bytes(Envelope.Replace(Id, Id.ToUpperInvariant().Replace("URN:UUID:", "urn:uuid:", StringComparison.Ordinal), StringComparison.Ordinal) + "}"));
        yield return Kept("PSDK-CON-0116/digits", "digits of decimals", Location(""","point":{"latitude":51.450,"longitude":-2.5900001}"""), "location", new JsonKeeping(digits: true));
        yield return Kept("PSDK-CON-0117/nothing-added", "a record of the least", Person(""));
        yield return Kept("PSDK-CON-0118/granular", "markings of parts", Person(""","names":[{"full":"Sam"}],"marking":{"tier":"official","sensitive":true,"granular":[{"pointer":"/names/0","tier":"official","handling":"recipients-only"}]}"""));
        yield return Kept("PSDK-CON-0119/nothings", "a null, which may be left out", Person(""","sex":null,"names":[]"""), keeping: new JsonKeeping(mayDropNothings: true));
        yield return Kept("PSDK-CON-0120/tombstone", "a tombstone", Bytes("""{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8057","type":"person","modelVersion":"1.0","version":{"number":3,"recordedAt":"2025-03-04T09:30:00Z"},"status":{"state":"disposed","since":"2025-03-04T09:30:00Z","authority":"schedule 4"}}"""));
    }

    private static IEnumerable<ConformanceCase> Changing()
    {
        yield return Changed("PSDK-CON-0201/known", "a known member is set", Crime(""","summary":"Old.","modusOperandi":"By the door." """), "/summary", "\"New.\"", "crime");
        yield return Changed("PSDK-CON-0201/code", "a code is set", Person(""","sex":"1","names":[{"full":"Sam"}]"""), "/sex", "\"2\"", "person");
        yield return Changed("PSDK-CON-0202/unknown-kept", "a known member is set beside unknown ones", Crime(""","summary":"Old.","colourOfDoor":"green","extensions":{"https://example.org/ours":{"version":"1","data":{"a":[1,null]}}}"""), "/summary", "\"New.\"", "crime");
        yield return Changed("PSDK-CON-0202/unknown-code-kept", "a known member is set beside an unknown code", Crime(""","summary":"Old.","recordingStatus":"Q-77" """), "/summary", "\"New.\"", "crime");
        yield return Changed("PSDK-CON-0203/reason", "a member is set for whose absence there was a reason", Crime(""","absent":{"/summary":"unknown","/context":"declined"}"""), "/summary", "\"New.\"", "crime");
    }

    private static string Deep(int levels) =>
        ""","extensions":{"https://example.org/ours":{"data":""" + string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels + 2);

    private static string CrimeText => """{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8058","type":"crime","modelVersion":"1.0","controllers":[{"scheme":"police","id":"essex"}]}""";

    private static string UnknownText => """{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8059","type":"drone-flight","modelVersion":"1.0","controllers":[{"scheme":"police","id":"essex"}],"flights":[{"minutes":12,"pilot":null}]}""";

    private static byte[] LaterMinor() => Bytes((Envelope + ""","favouriteColour":{"shade":"teal","since":"1.7"}}""").Replace("\"1.0\"", "\"1.7\"", StringComparison.Ordinal));

    private static byte[] Extended() => Person(""","extensions":{"https://example.org/ours":{"version":"2.1","data":{"list":[],"none":null,"deep":{"a":[true,{"b":"c"}]},"text":""}}}""");

    private static byte[] OtherList() => Person(""","sex":{"list":"https://example.org/lists/gender/3","code":"X","label":"Unspecified","national":"0","text":"unspec."}""");

    private static byte[] Bundle(params string[] records) => Bytes(
        $$"""{"id":"urn:uuid:01890a5d-ac96-774b-bcce-b302099a8061","type":"bundle","modelVersion":"1.0","kind":"collection","operationalStatus":"test","records":[{{string.Join(',', records)}}]}""");

    private static byte[] Person(string more) => Bytes(Envelope + more.TrimEnd() + "}");

    private static byte[] Crime(string more) => Bytes(Envelope.Replace("person", "crime", StringComparison.Ordinal) + more.TrimEnd() + "}");

    private static byte[] Location(string more) => Bytes(Envelope.Replace("person", "location", StringComparison.Ordinal) + more + "}");

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Corpus(string file) => CorpusFiles.Bytes($"rules/{file}.json");

    private static ConformanceCase Taken(string id, string about, byte[] document, string? type = null) => new(
        id, about, new() { Operation = TargetOperation.Accept, Document = document },
        static answer => answer.Accepted == true ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.RefusedAcceptable), type);

    private static ConformanceCase Refused(string id, string about, byte[] document) => new(
        id, about, new() { Operation = TargetOperation.Accept, Document = document },
        static answer => answer.Accepted == false ? CaseVerdict.Passed : CaseVerdict.Of(FaultReasons.AcceptedRefusable));

    private static ConformanceCase Kept(string id, string about, byte[] document, string? type = null, JsonKeeping? keeping = null)
    {
        JsonKeeping how = keeping ?? new();
        return new(
            id, about, new() { Operation = TargetOperation.RoundTrip, Document = document },
            answer => answer.Document is { } written ? how.Compare(document, written) : CaseVerdict.Of(FaultReasons.RefusedAcceptable), type);
    }

    // What has an error may be refused; it may not be mended or lost in silence.
    private static ConformanceCase KeptOrRefused(string id, string about, byte[] document) => new(
        id, about, new() { Operation = TargetOperation.RoundTrip, Document = document },
        answer => answer.Document is { } written ? new JsonKeeping().Compare(document, written) : CaseVerdict.Passed);

    private static ConformanceCase Changed(string id, string about, byte[] document, string pointer, string value, string type)
    {
        byte[] wanted = Set(document, pointer, value);
        return new(
            id, about, new() { Operation = TargetOperation.Change, Document = document, Pointer = pointer, Value = value },
            answer => answer.Document is { } written ? JudgeChange(wanted, written, pointer, value) : CaseVerdict.Of(FaultReasons.RefusedAcceptable), type);
    }

    private static CaseVerdict JudgeChange(byte[] wanted, ReadOnlyMemory<byte> written, string pointer, string value)
    {
        CaseVerdict verdict = new JsonKeeping().Compare(wanted, written);
        if (verdict.Reason is null) return verdict;
        if (verdict.Reason == FaultReasons.NoDocument) return verdict;
        JsonElement root = JsonElement.Parse(written.Span, new JsonDocumentOptions { MaxDepth = 256 });
        if (root.ValueKind != JsonValueKind.Object) return CaseVerdict.Of(FaultReasons.NoDocument);
        if (!root.TryGetProperty(pointer[1..], out JsonElement member) || !JsonElement.DeepEquals(member, JsonElement.Parse(value))) return CaseVerdict.Of(FaultReasons.NotChanged, pointer);
        return root.TryGetProperty("absent", out JsonElement reasons) && reasons.ValueKind == JsonValueKind.Object && reasons.TryGetProperty(pointer, out _)
            ? CaseVerdict.Of(FaultReasons.ReasonKept, "/absent")
            : verdict;
    }

    /// <summary>The document with a member of the record set, and without the reason for its absence.</summary>
    private static byte[] Set(byte[] document, string pointer, string value)
    {
        JsonObject record = JsonNode.Parse(document)!.AsObject();
        record[pointer[1..]] = JsonNode.Parse(value);
        if (record["absent"] is JsonObject reasons)
        {
            reasons.Remove(pointer);
            if (reasons.Count == 0) record.Remove("absent");
        }

        return Bytes(record.ToJsonString());
    }
}
