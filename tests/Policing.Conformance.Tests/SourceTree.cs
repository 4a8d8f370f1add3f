namespace Policing.Conformance.Tests;

/// <summary>Where the sources lie.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "PolicingSdk.sln")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("These tests read the sources: run them inside the working copy."));
}
