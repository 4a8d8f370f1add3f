namespace Policing.Architecture.Tests.Documents;

public class CodeFenceTests
{
    /// <summary>Decisions may show code that was turned down; all other documents show only code that is compiled.</summary>
    public static TheoryData<string> Documents { get; } =
        [.. Repository.Files(".", "*.md").Where(path => !path.StartsWith("docs/decisions/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_code_of_a_document_is_a_region_of_a_compiled_file(string path)
    {
        string markdown = Repository.Read(path);
        if (Approval.IsAsked)
        {
            markdown = CodeFence.Fill(markdown, CodeRegions.All);
            File.WriteAllText(Path.Combine(Repository.Root, path), markdown);
        }
        foreach (CodeFence fence in CodeFence.In(markdown))
        {
            Assert.True(
                fence.Region is not null && CodeRegions.All.ContainsKey(fence.Region),
                $"{path}, line {fence.Line}: the line before the block must name a region of samples/ or of a folder DocCode of tests/: <!-- region: Name -->");
            Assert.True(
                CodeRegions.All[fence.Region] == fence.Code,
                $"{path}, line {fence.Line}: the block is not what the region {fence.Region} has. To copy it over: {Approval.Command}");
        }
    }

    private static readonly IReadOnlyDictionary<string, string> s_regions = CodeRegions.Read(
        ["class X\n{\n    #region One\n    int a;\n\n        int b;\n    #endregion\n}\n", "#region Two\n\nint c;\n#endregion\n"]);

    [Fact]
    public void Regions_lose_the_indent_that_all_their_lines_have()
    {
        Assert.Equal("int a;\n\n    int b;", s_regions["One"]);
        Assert.Equal("int c;", s_regions["Two"]);
    }

    [Fact]
    public void Two_regions_of_one_name_are_refused() =>
        Assert.Throws<InvalidOperationException>(() => CodeRegions.Read(["#region A\n#endregion\n", "#region A\n#endregion\n"]));

    [Fact]
    public void A_fence_knows_its_line_region_and_code()
    {
        CodeFence[] fences = [.. CodeFence.In("text\n```bash\n```\n<!-- region: One -->\n\n```csharp\na\nb\n```\n```csharp\n```\n")];
        Assert.Equal([new CodeFence(6, "One", "a\nb"), new CodeFence(10, null, "")], fences);
    }

    [Fact]
    public void A_block_without_end_is_refused() => Assert.Throws<InvalidOperationException>(() => CodeFence.In("```csharp\nint a;\n"));

    [Theory]
    [InlineData("<!-- region: Two -->\n```csharp\nold\nolder\n```\nend\n")]
    [InlineData("<!-- region: Two -->\n```csharp\n```\nend\n")]
    [InlineData("<!-- region: Two -->\n```csharp\n\n```\nend\n")]
    public void Filling_puts_the_region_in_place_of_what_was_there(string markdown) =>
        Assert.Equal("<!-- region: Two -->\n```csharp\nint c;\n```\nend\n", CodeFence.Fill(markdown, s_regions));

    [Fact]
    public void Filling_leaves_other_blocks_alone()
    {
        const string markdown = "```csharp\nx\n```\n<!-- region: Three -->\n```csharp\ny\n```\n";
        Assert.Equal(markdown, CodeFence.Fill(markdown, s_regions));
    }
}
