namespace Policing.Architecture.Tests.Conventions;

/// <summary>How the sources of the packages are laid out. Each rule gives a line for each place that breaks it.</summary>
internal static class SourceRules
{
    private static readonly string[] s_emptyWords =
        ["Common", "Helper", "Helpers", "Interfaces", "Manager", "Managers", "Misc", "Models", "Shared", "Utilities", "Utility", "Utils"];

    private static readonly string[] s_emptyEndings = ["Helper", "Helpers", "Manager", "Utils"];

    private static readonly string[] s_clocks =
        ["DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow"];

    public static IEnumerable<string> BrokenIn(IReadOnlyList<SourceFile> files) =>
        [.. files.SelectMany(BrokenIn), .. TypesNamedLikeNamespaces(files)];

    private static IEnumerable<string> BrokenIn(SourceFile file) =>
        [.. OnePublicType(file), .. Namespaces(file), .. EmptyWords(file), .. Clocks(file), .. Unfinished(file)];

    private static IEnumerable<string> OnePublicType(SourceFile file)
    {
        string[] types = [.. file.PublicTypes];
        if (file.IsGenerated || types.Length == 0)
        {
            yield break;
        }
        if (types.Length > 1)
        {
            yield return $"{file.Path}: more than one public type: {string.Join(", ", types)}";
        }
        else if (!IsNamedAfter(file.Name, types[0]))
        {
            yield return $"{file.Path}: the file is not named after its public type, {types[0]}";
        }
    }

    // Person.cs, Person.Reading.cs; and, where a type without type parameters has the name, ValueListOfT.cs or ValueList{T}.cs
    private static bool IsNamedAfter(string file, string type)
    {
        string name = file.Split('.', '{')[0];
        return name == type || name == type + "OfT";
    }

    private static IEnumerable<string> Namespaces(SourceFile file) =>
        from name in file.Namespaces
        where name != file.Project && !name.StartsWith(file.Project + ".", StringComparison.Ordinal)
        select $"{file.Path}: the namespace {name} does not begin with the name of the assembly";

    private static IEnumerable<string> EmptyWords(SourceFile file)
    {
        IEnumerable<string> places = file.Namespaces.SelectMany(name => name.Split('.')).Concat(file.Path.Split('/').SkipLast(1));
        foreach (string word in places.Intersect(s_emptyWords, StringComparer.Ordinal))
        {
            yield return $"{file.Path}: {word} does not say which part of the job it is";
        }
        foreach (string type in file.Types.Where(type => s_emptyEndings.Any(ending => type.EndsWith(ending, StringComparison.Ordinal))))
        {
            yield return $"{file.Path}: {type} does not say what it does";
        }
    }

    private static IEnumerable<string> Clocks(SourceFile file) =>
        from access in file.MemberAccesses
        where s_clocks.Any(clock => access == clock || access.EndsWith("." + clock, StringComparison.Ordinal))
        select $"{file.Path}: {access}: take a TimeProvider";

    private static IEnumerable<string> Unfinished(SourceFile file) =>
    [
        .. from comment in file.Comments
           where new[] { "TODO", "FIXME", "HACK" }.Any(word => comment.Contains(word, StringComparison.Ordinal))
           select $"{file.Path}: a note to self: {comment}",
        .. from name in file.Identifiers
           where name is "NotImplementedException"
           select $"{file.Path}: {name}",
    ];

    private static IEnumerable<string> TypesNamedLikeNamespaces(IReadOnlyList<SourceFile> files)
    {
        HashSet<string> words = [.. files.SelectMany(file => file.Namespaces).SelectMany(name => name.Split('.'))];
        return from file in files from type in file.Types where words.Contains(type) select $"{file.Path}: {type} is also a part of a namespace";
    }
}
