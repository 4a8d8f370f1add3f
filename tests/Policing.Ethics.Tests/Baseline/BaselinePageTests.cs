using System.Text;

namespace Policing.Ethics.Tests.Baseline;

/// <summary>docs/ethics-baseline.md is the baseline in a form that people read; made from the data, so that it says what holds.</summary>
public sealed class BaselinePageTests
{
    private const string Approve = "PSDK_APPROVE=1 dotnet test --project tests/Policing.Ethics.Tests";

    [Fact]
    public void The_page_says_what_the_data_says()
    {
        string path = Path.Combine(Root(), "docs", "ethics-baseline.md");
        string page = Page();
        if (Environment.GetEnvironmentVariable("PSDK_APPROVE") is "1") File.WriteAllText(path, page);
        Assert.True(File.Exists(path) && File.ReadAllText(path) == page, $"docs/ethics-baseline.md is not what the baseline says. To write it anew: {Approve}");
    }

    private static string Page()
    {
        PolicySet set = PolicySet.Baseline;
        StringBuilder page = new();
        page.Append("# The baseline rules\n\n");
        page.Append($"Written from the data of `{set.Id}` {set.Version}; [the guide](ethics.md) says how rules work. They are choices of the SDK's authors after DPA 2018 Part 3, as far as they\n");
        page.Append("could read it. No police body has endorsed them, and they are no legal advice. *verified*: the source named was read; *excerpt*: only a part of it;\n");
        page.Append("*unverified*: from memory; *own*: no law, but a choice. Dates are the first day in force and the first day no longer.\n");
        foreach (RuleEffect effect in new[] { RuleEffect.Permit, RuleEffect.Forbid, RuleEffect.Oblige })
        {
            page.Append($"\n## Rules that {PolicyNames.Effects.Of(effect)}\n\n| rule | what it says | where it applies | stands on |\n| --- | --- | --- | --- |\n");
            foreach (PolicyRule rule in set.Rules.Where(rule => rule.Effect == effect))
                page.Append($"| `{rule.Id}`{(rule.Switchable ? ", can be switched off" : "")} | {rule.Reason} | {Where(rule)} | {string.Join("; ", rule.Citations.Select(Text))} |\n");
        }
        return page.ToString();
    }

    private static string Where(PolicyRule rule)
    {
        List<string> parts = [];
        RuleTarget target = rule.Target;
        void Add(string name, IEnumerable<string> items)
        {
            string[] all = [.. items];
            if (all.Length > 0) parts.Add($"{name} {string.Join(", ", all)}");
        }
        Add("to", target.Operations.Select(PolicyNames.Operations.Of));
        Add("for", target.Purposes);
        Add("of", target.RecordTypes);
        if (target.Classes is not RecordClasses.Unstated) parts.Add($"with {PolicyNames.Of(PolicyNames.Classes, target.Classes)}");
        Add("when", rule.When.Select(condition => $"`{condition}`"));
        Add("unless", rule.Unless.Select(condition => $"`{condition}`"));
        Add("then", rule.Obligations.Select(obligation => obligation.ToString()));
        if (rule.InForceFrom is { } from) parts.Add($"from {from:yyyy-MM-dd}");
        if (rule.InForceUntil is { } until) parts.Add($"until {until:yyyy-MM-dd}");
        return parts.Count == 0 ? "everywhere" : string.Join("; ", parts);
    }

    private static string Text(Citation citation)
    {
        string dates = (citation.From, citation.Until) switch
        {
            (null, null) => "",
            ({ } from, null) => $", from {from:yyyy-MM-dd}",
            (null, { } until) => $", until {until:yyyy-MM-dd}",
            ({ } from, { } until) => $", {from:yyyy-MM-dd} to {until:yyyy-MM-dd}",
        };
        string source = citation.Source is null ? "" : $": {citation.Source}";
        return $"{citation.Provision}{dates} (*{PolicyNames.Certainties.Of(citation.Certainty)}*{source})";
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PolicingSdk.sln"))) folder = folder.Parent;
        return folder!.FullName;
    }
}
