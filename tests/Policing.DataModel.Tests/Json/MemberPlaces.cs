using System.Reflection;
using Policing.DataModel.Codes;
using Policing.DataModel.Tests.Conventions;

namespace Policing.DataModel.Tests.Json;

/// <summary>A member of a record, or of a part somewhere in a record, and how to write a document that holds it.</summary>
internal sealed record MemberPlace(Type Record, string Before, string After, string Parent, Type Owner, PropertyInfo Property)
{
    /// <summary>Every member of every record and part, each where a shortest way leads to it.</summary>
    public static IReadOnlyList<MemberPlace> All { get; } = [.. Find()];

    public string WireName => Reflected.WireName(Property);

    public string Pointer => $"{Parent}/{WireName}";

    /// <summary>The smallest document that has this JSON as the member's value.</summary>
    public string Document(string value) => $"{Before}\"{WireName}\":{value}{After}";

    public override string ToString() => $"{Owner.Name}.{Property.Name}";

    private static IEnumerable<MemberPlace> Find()
    {
        HashSet<Type> done = [];
        Queue<(Type Record, string Before, string After, string Pointer, Type Owner)> open = new();
        foreach (Type record in Reflected.Records) open.Enqueue((record, $$"""{"type":"{{Reflected.WireType(record)}}",""", "}", "", record));
        while (open.TryDequeue(out var at))
        {
            if (!done.Add(at.Owner)) continue;
            foreach (PropertyInfo property in Reflected.Settable(at.Owner))
            {
                yield return new(at.Record, at.Before, at.After, at.Pointer, at.Owner, property);
                (Type element, Type? around) = Reflected.Unwrap(property.PropertyType);
                if (!element.IsSubclassOf(typeof(RecordPart))) continue;
                (string open1, string close, string step) =
                    around == typeof(ValueList<>) ? ("[", "]", "/0") : around == typeof(ValueMap<>) ? ("{\"k\":", "}", "/~[0]") : ("", "", "");
                string name = Reflected.WireName(property);
                open.Enqueue((at.Record, $"{at.Before}\"{name}\":{open1}{{", $"}}{close}{at.After}", $"{at.Pointer}/{name}{step}", element));
            }
        }
    }

    /// <summary>Values of a kind that the member does not take, each with the place of the culprit within it.</summary>
    public IEnumerable<(string Value, string Culprit)> WrongKinds()
    {
        (Type element, Type? around) = Reflected.Unwrap(Property.PropertyType);
        if (around is null)
        {
            foreach (string value in WrongFor(element)) yield return (value, "");
            yield break;
        }

        bool isList = around == typeof(ValueList<>);
        foreach (string value in (string[])["\"CANARY\"", "7", "true", isList ? """{"CANARY":1}""" : """["CANARY"]"""]) yield return (value, "");
        foreach (string value in WrongFor(element).Append("null"))
            yield return isList ? ($"[{value}]", "/0") : ($$"""{"CANARY":{{value}}}""", "/~[0]");
        if (Good(element) is not { } good) yield break;
        foreach (string value in WrongFor(element))
            yield return isList ? ($"[{good},{value},{good}]", "/1") : ($$"""{"a":{{good}},"CANARY":{{value}}}""", "/~[1]");
    }

    private static string[] WrongFor(Type type)
    {
        const string anObject = """{"CANARY":["CANARY",{"n":null,"d":2.50}]}""";
        const string anArray = """["CANARY",null,2.50]""";
        if (type == typeof(RawJson)) return [];
        if (type == typeof(bool)) return ["\"true\"", "1", anObject, anArray];
        if (type == typeof(int)) return ["\"1\"", "true", "1.5", "1.0", "1e2", "99999999999", anObject, anArray];
        if (type == typeof(decimal)) return ["\"1.5\"", "true", "1e2", "1E-2", "0.00000000000000000000000000000000001", "123456789012345678901234567890", anObject, anArray];
        if (type.IsSubclassOf(typeof(CodedValue))) return ["7", "false", anArray];
        if (type.IsSubclassOf(typeof(RecordPart)) || type == typeof(PoliceRecord)) return ["\"CANARY\"", "7", "true", anArray];
        return ["7", "-1.50", "true", "false", anObject, anArray];
    }

    // An element that holds nothing that would be a finding.
    private static string? Good(Type element) =>
        element == typeof(PoliceRecord) ? null : element.IsSubclassOf(typeof(RecordPart)) ? "{}" : "\"x\"";
}
