using System.Reflection;
using System.Runtime.CompilerServices;
using Policing.DataModel.Codes;

namespace Policing.DataModel.Tests.Conventions;

/// <summary>The model as reflection sees it: what the tests hold against the generator, the documents and the wire.</summary>
internal static class Reflected
{
    public static readonly Assembly Assembly = typeof(PoliceRecord).Assembly;

    /// <summary>Every record type but the one for what is not known.</summary>
    public static readonly IReadOnlyList<Type> Records = [.. Derived(typeof(PoliceRecord)).Where(t => t != typeof(UnknownRecord))];

    public static readonly IReadOnlyList<Type> Parts = [.. Derived(typeof(RecordPart))];

    public static readonly IReadOnlyList<Type> RecordsAndParts = [.. Records, .. Parts];

    public static readonly IReadOnlyList<Type> Codes = [.. Derived(typeof(CodedValue))];

    /// <summary>The structs whose wire form is a string.</summary>
    public static readonly IReadOnlyList<Type> TextValues =
        [.. Assembly.GetTypes().Where(t => t.IsValueType && Closes(t, typeof(ITextValue<>))).OrderBy(t => t.Name, StringComparer.Ordinal)];

    private static IEnumerable<Type> Derived(Type root) =>
        Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(root)).OrderBy(t => t.Name, StringComparer.Ordinal);

    private static bool Closes(Type type, Type definition) =>
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == definition);

    /// <summary>The members that stand on the wire, in the order they are declared, the envelope first.</summary>
    public static IReadOnlyList<PropertyInfo> Members(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.Name != "Unknown")
            .OrderBy(p => p.DeclaringType == type ? 1 : 0).ThenBy(p => p.MetadataToken),
    ];

    /// <summary>The same without the discriminator, which has no setter.</summary>
    public static IReadOnlyList<PropertyInfo> Settable(Type type) => [.. Members(type).Where(p => p.CanWrite)];

    public static string WireName(PropertyInfo property) => char.ToLowerInvariant(property.Name[0]) + property.Name[1..];

    public static string WireType(Type record) => ((PoliceRecord)Activator.CreateInstance(record)!).Type;

    public static bool IsRequired(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute));

    /// <summary>Required of a document. The model version is set by the constructor, so C# does not ask for it.</summary>
    public static bool IsRequiredOnTheWire(PropertyInfo property) =>
        IsRequired(property) || property.Name is nameof(PoliceRecord.ModelVersion) or nameof(PoliceRecord.Type) && property.DeclaringType == typeof(PoliceRecord);

    /// <summary>Null, or the default of a struct: what a member is that nobody set.</summary>
    public static object? Default(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    /// <summary>The type inside <c>Nullable</c>, <c>ValueList</c> or <c>ValueMap</c>, and what was around it.</summary>
    public static (Type Element, Type? Around) Unwrap(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return (inner, null);
        return type.IsGenericType ? (type.GetGenericArguments()[0], type.GetGenericTypeDefinition()) : (type, null);
    }

    /// <summary>A copy, as <c>with</c> makes it, with one member set.</summary>
    public static object With(object original, PropertyInfo property, object? value)
    {
        object copy = original.GetType().GetMethod("<Clone>$")!.Invoke(original, null)!;
        property.SetValue(copy, value);
        return copy;
    }

    public static string Root()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "PolicingSdk.sln"))) return folder.FullName;
        throw new InvalidOperationException("No folder above the tests holds PolicingSdk.sln.");
    }
}
