using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Policing.Ethics;
using Policing.PolicyProof.Cases;

namespace Policing.PolicyProof.Cedar;

/// <summary>
/// Random rule sets and requests, decided by ours and by Cedar. Decision and determining rules must be equal; where a condition cannot be
/// tested, the rules that cannot be must be the same, and ours must deny, which Cedar does not.
/// </summary>
internal static class CedarComparison
{
    private const int RequestsOfASet = 5;
    private const int MostShown = 5;

    /// <summary>A process that judged a hundred thousand was once ended by a fault of the JavaScript engine's own.</summary>
    private const int SetsOfAProcess = 1000;

    public static async Task<bool> RunAsync(int seed, int first, int count, TextWriter output)
    {
        await output.WriteLineAsync($"cedar: seed {seed}, cases {first} to {first + count - 1}");
        Stopwatch clock = Stopwatch.StartNew();
        int sets = (count + RequestsOfASet - 1) / RequestsOfASet;
        Case[] cases = [.. Enumerable.Range(first / RequestsOfASet, sets).Select(number => new Case(seed, number))];
        List<CedarAnswer> answers = [];
        foreach (Case[] some in cases.Chunk(SetsOfAProcess)) answers.AddRange(await CedarProcess.JudgeAsync(some.Select(one => one.Line)));
        if (answers.Count != sets * RequestsOfASet) throw new InvalidOperationException($"{answers.Count} answers for {sets * RequestsOfASet} requests.");
        Tally tally = new();
        for (int set = 0; set < sets; set++)
            for (int request = 0; request < RequestsOfASet; request++)
                tally.Take(cases[set], request, answers[(set * RequestsOfASet) + request], output);
        return tally.Close(clock.Elapsed, output);
    }

    private sealed class Case
    {
        public Case(int seed, int number)
        {
            Random random = new(HashCode(seed, number));
            Number = number;
            Rules = RandomPolicies.Rules(random);
            Requests = [.. Enumerable.Range(0, RequestsOfASet).Select(_ => RandomPolicies.Request(random))];
        }

        public int Number { get; }

        public PolicyRule[] Rules { get; }

        public AccessRequest[] Requests { get; }

        public string Line => new JsonObject
        {
            ["decide"] = Policies(rule => rule.Effect is not RuleEffect.Oblige),
            ["oblige"] = Policies(rule => rule.Effect is RuleEffect.Oblige),
            ["requests"] = new JsonArray([.. Requests.Select(CedarContext.Of)]),
        }.ToJsonString();

        private JsonObject Policies(Func<PolicyRule, bool> of) =>
            new(Rules.Where(of).Select(rule => KeyValuePair.Create<string, JsonNode?>(rule.Id, CedarPolicy.Of(rule))));

        // The same for the same numbers, in every process.
        private static int HashCode(int seed, int number) => unchecked((seed * 486187739) + (number * 16777619)) & int.MaxValue;
    }

    private sealed class Tally
    {
        private readonly Dictionary<DecisionCause, int> _causes = [];
        private int _differences;
        private int _lenient;

        public void Take(Case of, int request, CedarAnswer theirs, TextWriter output)
        {
            AccessDecision ours = PolicySet.Create("random", "1", of.Rules).Evaluate(of.Requests[request]);
            _causes[ours.Cause] = _causes.GetValueOrDefault(ours.Cause) + 1;
            if (theirs.HasErrors && theirs.Decision is "allow") _lenient++;
            if (Difference(ours, theirs) is not { } difference) return;
            if (++_differences <= MostShown)
                output.WriteLine($"Difference: {difference}\n  case {(of.Number * RequestsOfASet) + request}\n  ours: {ours}\n  cedar: {theirs.Decision} {string.Join(' ', theirs.Rules)} errors {string.Join(' ', theirs.Errors)} {theirs.Failure}\n  {of.Line}");
        }

        private static string? Difference(AccessDecision ours, CedarAnswer theirs)
        {
            if (theirs.Failure is not null) return "Cedar could not say.";
            if (theirs.HasErrors) return WithErrors(ours, theirs);
            if (ours.IsPermitted != theirs.Decision is "allow") return "The decisions differ.";
            if (ours.Cause is DecisionCause.ConditionError) return "Only ours has errors.";
            IEnumerable<string> expected = ours.IsPermitted ? theirs.Rules.Concat(theirs.Obliges) : theirs.Rules;
            return ours.Rules.SequenceEqual(expected.Order(StringComparer.Ordinal)) ? null : "The determining rules differ.";
        }

        private static string? WithErrors(AccessDecision ours, CedarAnswer theirs)
        {
            if (ours.IsPermitted) return "Ours permits in spite of an error.";
            IEnumerable<string> forbids = theirs.Decision is "deny" ? theirs.Rules : [];
            string[] expected = [.. theirs.Errors.Concat(theirs.ObligeErrors).Concat(forbids).Distinct().Order(StringComparer.Ordinal)];
            return ours.Cause is DecisionCause.ConditionError && ours.Rules.SequenceEqual(expected) ? null : "The rules that cannot be tested differ.";
        }

        public bool Close(TimeSpan time, TextWriter output)
        {
            int all = _causes.Values.Sum();
            string causes = string.Join(", ", _causes.OrderBy(cause => cause.Key).Select(cause => $"{cause.Key} {cause.Value}"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {all} decisions: {causes}; {_lenient} where Cedar permits in spite of an error; {_differences} differences; {time.TotalSeconds:F0} s"));
            bool ofAllKinds = all < 1000 || new[] { DecisionCause.RulePermits, DecisionCause.RuleForbids, DecisionCause.NothingPermits, DecisionCause.ConditionError }.All(cause => _causes.GetValueOrDefault(cause) > all / 50);
            if (!ofAllKinds) output.WriteLine("  One kind of decision hardly occurs: that proves nothing.");
            return _differences == 0 && ofAllKinds;
        }
    }
}
