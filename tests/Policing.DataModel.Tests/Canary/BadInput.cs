using Policing.DataModel.Tests.Json;

namespace Policing.DataModel.Tests.Canary;

/// <summary>Bad and odd texts with canaries in values, unknown names, keys, code texts and URIs.</summary>
internal static class BadInput
{
    /// <summary>The text is no JSON: the platform's own reader quotes what follows the first six.</summary>
    public static readonly IReadOnlyList<string> Broken =
    [
        Person("""  "sex":nil,"CANARY":"CANARY CANARY"  """),
        Person("""  "sex":tru,"CANARY":"CANARY CANARY"  """),
        Person("""  "sex":nul CANARY  """),
        Person("""  "names":[{"surname":falsCANARY}]  """),
        Person("""  "x":{"CANARY":nil,"y":"CANARY"}  """),
        """nCANARY""",
        Person("""  "sex":CANARY  """),
        Person("""  "sex":'CANARY'  """),
        Person("""  CANARY:1  """),
        Person("""  "CANARY" 1  """),
        Person("""  "CANARY":1 "x":2  """),
        Person("""  "CANARY":1,  """),
        Person("""  "x":[1,"CANARY",]  """),
        Person("""  "CANARY":"CAN\qARY"  """),
        Person("""  "CANARY":"\u12CANARY"  """),
        Person("  \"CANARY\":\"CAN\nARY\"  "),
        Person("""  "CANARY":"CANARY  """),
        Person("""  "CANARY":01  """),
        Person("""  "CANARY":-CANARY  """),
        Person("""  "CANARY":1.CANARY  """),
        Person("""  "CANARY":1eCANARY  """),
        Person("""  "x":1/*CANARY*/  """),
        Person("""  "x":1//CANARY  """),
        Person("\"x\":1") + " CANARY",
        Person("\"x\":1") + Person("\"CANARY\":1"),
        """{"type":"person","CANARY":{"CANARY":[""",
        """{"type":"person","CANARY":"CANARY""",
        """{"type":"ufo CANARY","x":nil CANARY}""",
        """{"type":"bundle","records":[{"type":"person","CANARY":nil,"x":"CANARY"}]}""",
        "CANARY",
        "",
    ];

    /// <summary>The first token is none: the platform's serializer throws before it asks any converter.</summary>
    public static readonly IReadOnlyList<string> BrokenAtTheStart = ["""nCANARY"""];

    /// <summary>JSON, but not such as may be read.</summary>
    public static readonly IReadOnlyList<string> Unreadable =
    [
        """["CANARY"]""",
        "\"CANARY\"",
        """{"CANARY":"person"}""",
        """{"type":{"CANARY":"CANARY"}}""",
        """{"type":["CANARY"],"id":"CANARY"}""",
        Person("""  "CANARY":1,"CANARY":2  """),
        Person("""  "CANARY":1,"\u0043ANARY":2  """),
        Person("""  "sex":"1","s\u0065x":"CANARY"  """),
        Person("""  "x":[{"CANARY":{"CANARY":1,"CANARY":2}}]  """),
        Person("""  "absent":{"/CANARY":"CANARY","/CANARY":"CANARY"}  """),
        Person("""  "extensions":{"https://CANARY":{},"https://CANARY":{}}  """),
        Person("""  "sex":{"code":"CANARY","CANARY":1,"CANARY":2}  """),
        Person("""  "sex":{"code":"CANARY","code":"CANARY"}  """),
        """{"type":"ufo CANARY","CANARY":1,"CANARY":2}""",
        """{"type":"bundle","records":[{"type":"CANARY","CANARY":1,"CANARY":2}]}""",
        Person("""  "names":[{"surname":"CANARY\ud800"}]  """),
        Person("""  "names":[{"CANARY\udc00":"CANARY"}]  """),
        Person("""  "CANARY":"CANARY\ud800"  """),
        Person("""  "sex":"CANARY\ud800"  """),
        Person("""  "id":"CANARY\ud800"  """),
        Person("""  "absent":{"CANARY\ud800":"CANARY"}  """),
        """{"type":"CANARY\ud800"}""",
        Person($"\"CANARY\":{new string('[', 200)}\"CANARY\"{new string(']', 200)}"),
        Person($"\"CANARY\":\"{string.Concat(Enumerable.Repeat("CANARY", 20_000))}\""),
        Person($"\"names\":[{{\"surname\":\"{string.Concat(Enumerable.Repeat("CANARY", 20_000))}\"}}]"),
        Person(string.Join(',', Enumerable.Range(0, 1_001).Select(i => $"\"CANARY{i}\":1"))),
        Person($"\"CANARY\":[{string.Join(',', Enumerable.Repeat("\"CANARY\"", 10_001))}]"),
        Person("\"CANARY\":1").PadRight((1 << 20) + 1),
    ];

    /// <summary>Odd, but read: everything is kept and nothing shown.</summary>
    public static readonly IReadOnlyList<string> Odd =
    [
        Person("""  "id":"CANARY","sex":{"CANARY":["CANARY"]},"dateOfDeath":"CANARY","modelVersion":"CANARY"  """),
        Person("""  "sex":"CANARY","names":"CANARY","CANARY":{"CANARY":"CANARY"}  """),
        Person("""  "sex":{"code":"CANARY","list":"https://CANARY","label":"CANARY","national":"CANARY","text":"CANARY","CANARY":"CANARY"}  """),
        Person("""  "sex":{"code":["CANARY"],"text":{"CANARY":1}}  """),
        Person("""  "names":[{"kind":"CANARY","surname":{"CANARY":1},"CANARY":null},"CANARY"]  """),
        Person("""  "names":[{"surname":"CANARY","given":["CANARY",7]}],"ethnicities":[{"CANARY":1}]  """),
        Person("""  "absent":{"CANARY":"CANARY","/CANARY":"unknown","/~CANARY":7}  """),
        Person("""  "absent":{"CANARY":"CANARY","/CANARY":"unknown","/names":"CANARY"},"names":[{"surname":"CANARY"}]  """),
        Person("""  "extensions":{"https://CANARY":{"mustUnderstand":true,"schema":"CANARY","data":{"CANARY":"CANARY"},"CANARY":1},"CANARY":{"mustUnderstand":true}}  """),
        Person("""  "extensions":{"https://CANARY":"CANARY"}  """),
        Person("""  "controllers":[{"scheme":"CANARY","id":"CANARY","name":"CANARY"},{"scheme":"police","id":"CANARY"}]  """),
        Person("""  "marking":{"tier":"CANARY","handling":["CANARY"],"granular":[{"pointer":"/CANARY","tier":"CANARY"},{"pointer":"CANARY"}]}  """),
        Person("""  "references":[{"system":"CANARY","value":"CANARY","CANARY":1}],"source":{"system":"CANARY","period":"CANARY"}  """),
        """{"type":"CANARY","id":"CANARY","CANARY":"CANARY","marking":{"tier":"CANARY","CANARY":1}}""",
        """{"type":"bundle","CANARY":1,"kind":"CANARY","records":[{"type":"CANARY","CANARY":1},{"CANARY":1},{"type":"link","from":{"id":"CANARY","kind":"CANARY"},"role":"CANARY"},{"type":"person","sex":"CANARY"}]}""",
        """{"type":"location","description":"CANARY","point":{"latitude":"CANARY","longitude":[1],"sourceSystem":"CANARY"},"areas":[{"scheme":"CANARY","code":"CANARY"}]}""",
        """{"type":"crime","summary":"CANARY","classifications":[{"offence":"CANARY","category":"CANARY"}],"occurred":{"kind":"CANARY","start":"CANARY","end":"2020"}}""",
    ];

    public static IEnumerable<string> All => [.. Broken, .. Unreadable, .. Odd];

    /// <summary>Bytes that are not UTF-8, beside a canary.</summary>
    public static byte[] NotUtf8 => [.. JsonText.Utf8("{\"type\":\"person\",\"sex\":\"CANARY"), 0xFF, .. JsonText.Utf8("\"}")];

    private static string Person(string members) => $"{{\"type\":\"person\",{members.Trim()}}}";
}
