namespace Policing.Sbom;

/// <summary>What the build tells the program, all of it by name: <c>--id X --version Y …</c>.</summary>
internal sealed record SbomOptions
{
    public required PackageSubject Subject { get; init; }

    public required string LockFile { get; init; }

    public required string Framework { get; init; }

    /// <summary>The folder with the extracted packages, where licences are read.</summary>
    public required string PackagesFolder { get; init; }

    public required string Output { get; init; }

    /// <summary>Ids of the packages that the project itself refers to and that its users get.</summary>
    public required IReadOnlyList<string> Packages { get; init; }

    /// <summary>Ids of our own packages that the project itself refers to.</summary>
    public required IReadOnlyList<string> Projects { get; init; }

    public static SbomOptions Parse(IReadOnlyList<string> arguments)
    {
        ILookup<string, string> values = Pairs(arguments).ToLookup(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
        string? licence = values["--licence"].SingleOrDefault(value => value.Length > 0);
        return new SbomOptions
        {
            Subject = new PackageSubject(One(values, "--id"), One(values, "--version"), licence is null ? null : Licence.Spdx(licence)),
            LockFile = One(values, "--lock-file"),
            Framework = One(values, "--framework"),
            PackagesFolder = One(values, "--packages-folder"),
            Output = One(values, "--output"),
            Packages = [.. values["--package"]],
            Projects = [.. values["--project"]],
        };
    }

    private static readonly string[] s_names =
        ["--id", "--version", "--licence", "--lock-file", "--framework", "--packages-folder", "--output", "--package", "--project"];

    private static IEnumerable<(string Name, string Value)> Pairs(IReadOnlyList<string> arguments)
    {
        for (int i = 0; i < arguments.Count; i += 2)
        {
            if (!s_names.Contains(arguments[i], StringComparer.Ordinal))
            {
                throw new SbomException($"Argument {i + 1} is not one of {string.Join(' ', s_names)}.");
            }
            if (i + 1 == arguments.Count)
            {
                throw new SbomException($"{arguments[i]} needs a value.");
            }
            yield return (arguments[i], arguments[i + 1]);
        }
    }

    private static string One(ILookup<string, string> values, string name)
    {
        string[] given = [.. values[name]];
        return given.Length == 1 ? given[0] : throw new SbomException($"{name} is wanted once and was given {given.Length} times.");
    }
}
