using System.Text;
using System.Text.Json;

namespace Policing.Architecture.Tests.CodeLists;

/// <summary>
/// Codes are permanent: what <c>frozen-codes.txt</c> holds must stand in schemas/reference-data under the same name. An approval adds what is
/// new; it never takes a line away.
/// </summary>
public class FrozenCodesTests
{
    private static readonly string s_frozenPath = Path.Combine(Repository.Root, "tests/Policing.Architecture.Tests/CodeLists/frozen-codes.txt");

    [Fact]
    public void No_code_was_removed_or_renamed_and_every_new_one_is_approved()
    {
        SortedSet<string> now = Lines();
        SortedSet<string> frozen = new(File.Exists(s_frozenPath) ? File.ReadAllLines(s_frozenPath).Where(line => line.Length > 0) : [], StringComparer.Ordinal);

        string[] gone = [.. frozen.Except(now)];
        Assert.True(gone.Length == 0, $"Codes are permanent: retire them, do not remove or rename them. Not there: {string.Join("; ", gone.Take(5))}.");

        if (Approval.IsAsked)
            File.WriteAllText(s_frozenPath, string.Concat(now.Select(line => line + "\n")));
        string[] unapproved = Approval.IsAsked ? [] : [.. now.Except(frozen)];
        Assert.True(unapproved.Length == 0, $"{unapproved.Length} codes are new, for example {unapproved.FirstOrDefault()}. If they are meant: {Approval.Command}");
    }

    /// <summary>List, type, code and name of every code. The code of a list stands once, so that a renamed one is another line.</summary>
    private static SortedSet<string> Lines()
    {
        SortedSet<string> lines = new(StringComparer.Ordinal);
        foreach (string path in Directory.EnumerateFiles(Path.Combine(Repository.Root, "schemas/reference-data"), "*.json"))
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path, Encoding.UTF8));
            JsonElement list = document.RootElement;
            foreach (JsonElement code in list.GetProperty("codes").EnumerateArray())
                lines.Add($"{list.GetProperty("id")} {list.GetProperty("typeName")} {code.GetProperty("code")} {code.GetProperty("name")}");
        }

        return lines;
    }
}
