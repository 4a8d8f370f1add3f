namespace Policing.Architecture.Tests.Documents;

/// <summary>Each abuse case names what shows its control: a test that exists, a step of CI that exists, or what it waits for.</summary>
public class ThreatModelTests
{
    private static IReadOnlyList<string[]> Cases { get; } = MarkdownTable.Rows(Repository.Read("docs/security/threat-model.md"), "case");

    [Fact]
    public void Every_case_has_a_control_and_says_what_shows_it()
    {
        Assert.NotEmpty(Cases);
        Assert.All(Cases, row =>
        {
            Assert.Equal(5, row.Length);
            Assert.All(row, cell => Assert.NotEmpty(cell));
            Assert.True(
                row[4].StartsWith("not yet: ", StringComparison.Ordinal) || MarkdownTable.Code(row[4]).Any(IsProof),
                $"{row[0]}: the last cell names a test, a step of .ci/run, or begins with \"not yet: \".");
        });
    }

    [Fact]
    public void Case_numbers_are_unique() => Assert.Equal(Cases.Count, Cases.Select(row => row[0]).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void What_is_named_as_a_proof_exists()
    {
        string ci = Repository.Read(".ci/run");
        foreach (string proof in Cases.SelectMany(row => MarkdownTable.Code(row[4])).Where(IsProof))
        {
            string[] parts = proof.Split(' ', 2);
            Assert.True(parts.Length == 2, $"`{proof}`: a space and what to look for are missing.");
            if (parts[0] is ".ci/run")
            {
                Assert.Contains($"\"{parts[1]}\"", ci, StringComparison.Ordinal);
            }
            else
            {
                string[] name = parts[1].Split('.');
                Assert.True(name.Length == 2, $"`{proof}`: name the test as Class.Method.");
                Assert.True(
                    Directory.Exists(Path.Combine(Repository.Root, parts[0]))
                        && Repository.Files(parts[0], "*.cs").Select(Repository.Read).Any(source => Declares(source, name[0], name[1])),
                    $"`{proof}`: {parts[0]} has no such test.");
            }
        }
    }

    private static bool IsProof(string code) =>
        code.StartsWith("tests/", StringComparison.Ordinal) || code.StartsWith(".ci/run", StringComparison.Ordinal);

    private static bool Declares(string source, string type, string method)
    {
        string declaration = $"class {type}";
        int place = source.IndexOf(declaration, StringComparison.Ordinal);
        return place >= 0
            && !char.IsLetterOrDigit(source.ElementAtOrDefault(place + declaration.Length))
            && source.Contains($" {method}(", StringComparison.Ordinal);
    }
}
