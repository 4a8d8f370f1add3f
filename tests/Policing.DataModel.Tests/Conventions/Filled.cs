using System.Collections.Concurrent;
using System.Reflection;
using Policing.DataModel.Codes;

namespace Policing.DataModel.Tests.Conventions;

/// <summary>Makes a record or part of any type with a value in every member; lists and maps hold two. Nobody in it is real.</summary>
internal static class Filled
{
    private static readonly ConcurrentDictionary<Type, object> Made = new();

    public static PoliceRecord Record(Type type) => (PoliceRecord)Of(type);

    /// <summary>One of each record type, every member filled.</summary>
    public static IEnumerable<PoliceRecord> Records() => Reflected.Records.Select(Record);

    public static object Of(Type type) => Made.GetOrAdd(type, Make);

    private static object Make(Type type)
    {
        object made = Activator.CreateInstance(type)!;
        foreach (PropertyInfo property in Reflected.Settable(type)) property.SetValue(made, Value(property));
        return made;
    }

    /// <summary>A good value for a property.</summary>
    public static object Value(PropertyInfo property)
    {
        (Type element, Type? around) = Reflected.Unwrap(property.PropertyType);
        if (around == typeof(ValueList<>)) return Call(nameof(List), element, property);
        if (around == typeof(ValueMap<>)) return Call(nameof(Map), element, property);
        return One(element, property.Name, 1);
    }

    private static object Call(string method, Type element, PropertyInfo property) =>
        typeof(Filled).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(element).Invoke(null, [property.Name])!;

    private static object List<T>(string name)
    {
        if (typeof(T) == typeof(PoliceRecord)) return ValueList.From(Inner());
        return ValueList.Create<T>([(T)One(typeof(T), name, 1), (T)One(typeof(T), name, 2)]);
    }

    // One of each but the bundle itself, which would hold itself.
    private static IEnumerable<PoliceRecord> Inner() => Reflected.Records.Where(t => t != typeof(Bundle)).Select(Record);

    private static ValueMap<T> Map<T>(string name) =>
        default(ValueMap<T>).With($"https://example.org/{name}", (T)One(typeof(T), name, 1)).With("/a~1b \"é😀\"", (T)One(typeof(T), name, 2));

    private static object One(Type type, string name, int which)
    {
        if (type == typeof(string)) return $"{name} {which}: O'Neil & Siân <b> \"q\" \\ / \t \u2028 😀";
        if (type == typeof(bool)) return true;
        if (type == typeof(int)) return -7 * which;
        if (type == typeof(decimal)) return 51.4500m * which;
        if (type == typeof(RawJson)) return RawJson.Parse("""{"b":[1,2.50,1e3,null,"x",{"é":"\ud83d\ude00"}],"a":null,"e":[],"o":{}}"""u8);
        if (type == typeof(RecordId)) return RecordId.Derive("tests", $"{name}{which}");
        if (type == typeof(PartialDateTime)) return PartialDateTime.Parse(which == 1 ? "1980-02" : "2025-03-04T10:15:30.50+01:00");
        if (type == typeof(RecordedTime)) return RecordedTime.Parse(which == 1 ? "2026-03-04T10:15:30Z" : "2026-03-04T10:15:30.1230+01:00");
        if (Reflected.TextValues.Contains(type)) return Call(nameof(Text), type, which);
        if (type.IsSubclassOf(typeof(CodedValue))) return Code(type, which);
        if (type.IsSubclassOf(typeof(RecordPart))) return Of(type);
        throw new InvalidOperationException($"{type.Name}: teach {nameof(Filled)} this type.");
    }

    private static object Text<T>(int which)
        where T : struct, ITextValue<T>
    {
        (string First, string Second) = TextExamples.Of(typeof(T));
        return T.Parse(which == 1 ? First : Second, null);
    }

    private static object Code(Type type, int which) => Call(nameof(CodeOf), type, which);

    private static object Call(string method, Type type, int which) =>
        typeof(Filled).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [which])!;

    private static T CodeOf<T>(int which)
        where T : CodedValue, ICodedValue<T> => which == 1
            ? T.BuiltIn[^1]
            : T.From(new CodeParts { Code = "x-1", List = "https://example.org/list", Label = "Another", National = T.BuiltIn[0].Code, Text = "as it was" });
}
