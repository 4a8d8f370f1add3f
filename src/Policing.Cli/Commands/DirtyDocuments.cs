using Policing.Testing;

namespace Policing.Cli.Commands;

/// <summary>Documents with one fault each, named by the rule that finds it.</summary>
internal static class DirtyDocuments
{
    public const string All = "all";

    /// <exception cref="UsageException">No rule of this name has a fault to make.</exception>
    public static IReadOnlyList<DirtyVariant> Of(string rule) =>
        rule == All ? DirtyVariants.All
        : DirtyVariants.All.Where(v => v.Name == rule).ToArray() is [{ } variant] ? [variant]
        : throw new UsageException("--dirty names no rule that a document can break.", "docs/findings.md has the rules, such as PSDK-RUL-0006; 'all' makes a document for each.");

    /// <summary>Writes them into a new folder, which comes to be whole or not at all.</summary>
    /// <exception cref="UsageException">There is something at its place, or it cannot be written.</exception>
    public static void WriteFolder(string path, SyntheticCases cases, long number, IReadOnlyList<DirtyVariant> variants)
    {
        if (File.Exists(path) || Directory.Exists(path)) throw new UsageException("there is something at the output's place already.", "name another folder, or move that one away.");
        string partial = FormattableString.Invariant($"{Path.TrimEndingDirectorySeparator(path)}.{Environment.ProcessId}.partial");
        try
        {
            Directory.CreateDirectory(partial);
            foreach (DirtyVariant variant in variants) File.WriteAllBytes(Path.Combine(partial, FileName(variant)), cases.Dirty(variant, number));
            Directory.Move(partial, path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException("the output cannot be written.", "check that its folder is there and that you may write in it.");
        }
        finally
        {
            if (Directory.Exists(partial)) Directory.Delete(partial, recursive: true);
        }
    }

    public static string FileName(DirtyVariant variant) => variant.Name + ".json";
}
