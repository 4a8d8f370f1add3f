using System.Globalization;
using System.Text.Json.Nodes;
using Member = Policing.Ethics.Tests.Minimisation.ModelData.Member;

namespace Policing.Ethics.Tests.Minimisation;

/// <summary>
/// Random records over the whole model: most values as the model says, some of the wrong kind, null or empty, and members that it does not
/// define anywhere. Each text holds a token of its own, so that what leaks is found and known.
/// </summary>
internal sealed class RandomText(int seed)
{
    public const string Token = "CANARY";

    private static readonly string[] Types = [.. ModelData.Records.Keys.Where(t => t != "bundle").Order(StringComparer.Ordinal)];

    private static readonly Dictionary<string, string[]> Forms = new(StringComparer.Ordinal)
    {
        ["postcode"] = ["BS1 4TB", "bs14tb", "ZZ99 3VZ", "not one"],
        ["date"] = ["1987", "1987-06", "1987-06-05", "1987-06-05T10:00Z", "2087-01-01", "05/06/1987"],
        ["gridReference"] = ["ST 58765 72943", "ST5872", "XX12", ""],
        ["mark"] = ["AB12 CDE", "AB12CDE", "A1", "AB-12-CDE"],
    };

    private readonly Random _random = new(seed);
    private int _tokens;

    public Random Random => _random;

    public JsonObject Document() => _random.Next(3) == 0 ? Bundle(0) : Record(AnyType());

    private string AnyType() => Types[_random.Next(Types.Length)];

    private JsonObject Bundle(int level)
    {
        JsonObject bundle = Record("bundle");
        JsonArray records = [];
        int count = _random.Next(6);
        for (int i = 0; i < count; i++)
        {
            records.Add(_random.Next(12) switch
            {
                0 => null,
                1 => Text(),
                2 => new JsonObject { ["type"] = Text(), ["names"] = Text() },
                3 when level < 2 => Bundle(level + 1),
                4 => new JsonObject { ["names"] = Text() },
                _ => Record(AnyType()),
            });
        }

        bundle["records"] = records;
        return bundle;
    }

    private JsonObject Record(string type)
    {
        JsonObject record = [];
        Member[] members = [.. ModelData.Records[type].Where(m => m.Name is not ("type" or "marking" or "status" or "absent" or "extensions" or "records"))];
        if (_random.Next(4) > 0) record["type"] = type;
        Fill(record, members, 0);
        record["type"] = type;
        if (_random.Next(2) == 0) record["marking"] = Marking(type);
        if (_random.Next(2) == 0) record["status"] = new JsonObject { ["state"] = "active", ["reason"] = Text(), ["since"] = "2025-01-01T00:00:00Z", ["x" + Text()] = 1 };
        if (_random.Next(2) == 0) record["absent"] = Absent(type);
        if (_random.Next(2) == 0) record["extensions"] = Extensions();
        return record;
    }

    private void Fill(JsonObject record, Member[] members, int level)
    {
        foreach (Member member in members)
        {
            if (_random.Next(level == 0 ? 3 : 2) == 0) record[member.Name] = Value(member, level);
            if (_random.Next(25) == 0) record[Text()] = Anything(0);
        }
    }

    private JsonNode? Value(Member member, int level) => _random.Next(20) switch
    {
        0 => null,
        1 => Anything(0),
        2 => member.Shape == "list" ? new JsonArray() : new JsonObject(),
        _ => member.Shape == "list" ? List(member, level) : Single(member, level),
    };

    private JsonArray List(Member member, int level)
    {
        JsonArray list = [];
        int count = _random.Next(1, 4);
        for (int i = 0; i < count; i++) list.Add(_random.Next(25) == 0 ? Anything(0) : Single(member, level));
        return list;
    }

    private JsonNode? Single(Member member, int level)
    {
        switch (member.Format)
        {
            case "boolean":
                return _random.Next(2) == 0;
            case "integer":
                return _random.Next(5) == 0 ? JsonValue.Create(12.5m) : _random.Next(100_000);
            case "decimal":
                return JsonValue.Create(Math.Round((decimal)(_random.NextDouble() * 120) - 20, 6));
            case "part":
                JsonObject part = [];
                Fill(part, ModelData.Parts[member.Part!], level + 1);
                return part;
            case "code" when _random.Next(4) == 0:
                return new JsonObject { ["code"] = Text(), ["text"] = Text(), ["label"] = _random.Next(3) == 0 ? 5 : Text(), ["other" + Text()] = Text() };
            default:
                return Forms.TryGetValue(member.Name, out string[]? forms) && _random.Next(5) > 0 ? forms[_random.Next(forms.Length)] : Text();
        }
    }

    /// <summary>A text with a token of its own, and characters that JSON escapes.</summary>
    private string Text()
    {
        string rest = _random.Next(6) switch { 0 => "\"q\\u", 1 => "é€😀", 2 => "/~{[", 3 => "\u0001\n", _ => "" };
        return string.Create(CultureInfo.InvariantCulture, $"{Token}{++_tokens}{rest}");
    }

    private JsonNode? Anything(int level) => _random.Next(level > 2 ? 4 : 6) switch
    {
        0 => Text(),
        1 => _random.Next(1000) * 1.5,
        2 => _random.Next(2) == 0,
        3 => null,
        4 => new JsonArray(Anything(level + 1), Text()),
        _ => new JsonObject { [Text()] = Anything(level + 1), ["surname"] = Text() },
    };

    private JsonObject Marking(string type)
    {
        JsonObject marking = new() { ["tier"] = "official", ["sensitive"] = true, ["handling"] = new JsonArray("by hand"), ["y" + Text()] = Text() };
        if (_random.Next(2) == 0)
        {
            JsonArray granular = [];
            for (int i = _random.Next(1, 4); i > 0; i--) granular.Add(new JsonObject { ["pointer"] = Pointer(type), ["tier"] = "secret", [Text()] = 1 });
            marking["granular"] = granular;
        }

        return marking;
    }

    private JsonObject Absent(string type)
    {
        JsonObject absent = [];
        for (int i = _random.Next(1, 6); i > 0; i--) absent[Pointer(type)] = _random.Next(4) == 0 ? Text() : "declined";
        return absent;
    }

    private string Pointer(string type)
    {
        switch (_random.Next(8))
        {
            case 0: return "";
            case 1: return "/" + Text();
            case 2: return "/records/0/names";
            case 3: return "/extensions/" + Text();
        }

        Member[] members = ModelData.Records[type];
        string pointer = "";
        while (true)
        {
            Member member = members[_random.Next(members.Length)];
            pointer += "/" + member.Name;
            if (member.Shape == "list" && _random.Next(3) > 0) pointer += "/" + (_random.Next(10) == 0 ? "01" : _random.Next(3));
            if (member.Format != "part" || member.Shape == "map" || _random.Next(3) == 0) return pointer;
            members = ModelData.Parts[member.Part!];
        }
    }

    private JsonObject Extensions()
    {
        JsonObject extensions = [];
        if (_random.Next(2) == 0) extensions["https://example.org/given"] = _random.Next(6) == 0 ? Text() : Extension();
        if (_random.Next(2) == 0) extensions["https://example.org/" + Text()] = Extension();
        return extensions;
    }

    private JsonObject Extension() => new()
    {
        ["mustUnderstand"] = false,
        ["version"] = _random.Next(5) == 0 ? 5 : "1",
        ["data"] = Anything(0),
        [Text()] = Text(),
    };
}
