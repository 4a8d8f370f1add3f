using System.Text.Json;
using Policing.DataModel.Completeness;

namespace Policing.Cli.Tests.Commands;

public sealed class GenerateTests : IDisposable
{
    private readonly ToolProcess _tool = new();

    public static TheoryData<string> Scenarios => ["all", "burglary", "domestic-abuse", "missing-child", "stop-and-search", "robbery-with-vehicle", "fraud-report"];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task ACaseIsWholeValidAndTheSameForTheSameSeed(string scenario)
    {
        foreach (string form in (string[])["lines", "bundle"])
        {
            ToolOutcome made = await _tool.RunAsync("generate", $"a-{form}", "--form", form, "--scenario", scenario, "-n", "6", "--seed", "5", "--json");
            Assert.Equal((0, ""), (made.Code, made.Errors));
            JsonElement said = JsonElement.Parse(made.Output);
            Assert.Equal((scenario, "test"), (said.GetProperty("scenario").GetString(), said.GetProperty("operationalStatus").GetString()));
            Assert.Equal(0, (await _tool.RunAsync("generate", $"b-{form}", "--form", form, "--scenario", scenario, "-n", "6", "--seed", "5")).Code);
            Assert.Equal(_tool.Read($"a-{form}"), _tool.Read($"b-{form}"));
            ToolOutcome checkedSet = await _tool.RunAsync("validate", $"a-{form}", "--set", "--profile", "pole", "--fail-on", "warning", "--as-of", "2026-03-04");
            Assert.Equal((0, ""), (checkedSet.Code, checkedSet.Errors));
        }
    }

    [Fact]
    public async Task TheNextCaseIsAnother()
    {
        foreach (string number in (string[])["0", "1"]) Assert.Equal(0, (await _tool.RunAsync("generate", number, "--scenario", "burglary", "--number", number)).Code);
        Assert.NotEqual(_tool.Read("0"), _tool.Read("1"));
    }

    [Fact]
    public async Task EachFaultIsFoundByTheRuleThatItIsNamedAfter()
    {
        JsonElement[] made = [.. JsonElement.Parse((await _tool.RunAsync("generate", "faults", "--dirty", "all", "--json")).Output).GetProperty("documents").EnumerateArray()];
        Assert.Equal(made.Length, Directory.GetFiles(Path.Combine(_tool.Folder, "faults")).Length);
        // Files are numbered in the order of their names.
        string[] rules = [.. made.OrderBy(m => m.GetProperty("file").GetString(), StringComparer.Ordinal).Select(m => m.GetProperty("rule").GetString()!)];
        Assert.True(rules.Length > CompletenessProfiles.Pole.Rules.Count());
        ToolOutcome outcome = await _tool.RunAsync("validate", "faults", "--profile", "pole", "--as-of", "2026-03-04", "--json", "--most", "0");
        Assert.Equal(1, outcome.Code);
        foreach (JsonElement input in JsonElement.Parse(outcome.Output).GetProperty("inputs").EnumerateArray())
        {
            string rule = rules[input.GetProperty("input").GetInt32() - 1];
            Assert.Contains(rule, input.GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("rule").GetString()));
        }
    }

    [Fact]
    public async Task OneFaultIsOneDocument()
    {
        ToolOutcome outcome = await _tool.RunAsync("generate", "faulty.json", "--dirty", "PSDK-RUL-0006", "--number", "3");
        Assert.Equal((0, ""), (outcome.Code, outcome.Errors));
        Assert.Contains("--as-of 2026-03-04", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("PSDK-RUL-0006", (await _tool.RunAsync("validate", "faulty.json", "--as-of", "2026-03-04")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x", "--dirty", "PSDK-RUL-9999")]
    [InlineData("x", "--dirty", "all", "--scenario", "burglary")]
    [InlineData("x", "--dirty", "PSDK-RUL-0006", "-n", "3")]
    [InlineData("-", "--dirty", "all")]
    [InlineData("-", "--scenario", "all", "--json")]
    [InlineData("x", "--scenario", "arson")]
    [InlineData("x", "--scenario", "burglary", "--form", "archive")]
    [InlineData("x", "--scenario", "burglary", "--form", "bundle", "-n", "1000")]
    [InlineData("x", "--number", "2")]
    [InlineData("x", "--scenario", "burglary", "--number", "-1")]
    public async Task WhatDoesNotGoTogetherIsRefusedAndNothingIsLeft(params string[] arguments)
    {
        ToolOutcome outcome = await _tool.RunAsync(["generate", .. arguments]);
        Assert.Equal((2, ""), (outcome.Code, outcome.Output));
        Assert.Contains("  do: ", outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_tool.Folder));
    }

    [Fact]
    public async Task AFolderThatIsThereIsLeftAlone()
    {
        Directory.CreateDirectory(Path.Combine(_tool.Folder, "faults"));
        Assert.Equal(2, (await _tool.RunAsync("generate", "faults", "--dirty", "all")).Code);
        Assert.Equal(["faults"], Directory.GetFileSystemEntries(_tool.Folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    public void Dispose() => _tool.Dispose();
}
