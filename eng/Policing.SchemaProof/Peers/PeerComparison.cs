using System.Diagnostics;
using System.Globalization;

namespace Policing.SchemaProof.Peers;

/// <summary>Random cases, judged by ours, by ajv and by @hyperjump/json-schema.</summary>
internal static class PeerComparison
{
    private static readonly string[] s_peers = ["ajv", "hyperjump"];

    /// <summary>So few cases need not have all keywords.</summary>
    private const int FewCases = 500;

    /// <summary>Those that decide a verdict.</summary>
    private static readonly string[] s_keywords =
    [
        "$id", "$schema", "$ref", "$anchor", "$dynamicRef", "$dynamicAnchor", "$defs", "prefixItems", "items", "contains", "minContains", "maxContains", "additionalProperties",
        "properties", "patternProperties", "dependentSchemas", "propertyNames", "if", "then", "else", "allOf", "anyOf", "oneOf", "not", "unevaluatedItems", "unevaluatedProperties",
        "type", "const", "enum", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems",
        "uniqueItems", "maxProperties", "minProperties", "required", "dependentRequired",
    ];

    public static async Task<bool> RunAsync(int seed, int first, int count, TextWriter output)
    {
        await output.WriteLineAsync($"peers: seed {seed}, cases {first} to {first + count - 1}");
        Stopwatch clock = Stopwatch.StartNew();
        List<JudgedCase> cases = [.. Enumerable.Range(first, count).Select(number => JudgedCase.Random(seed, number)).OfType<JudgedCase>()];
        List<JudgedCase> examples = [.. KnownDifference.All.Select((known, place) => JudgedCase.Of(known.Example(first + count + place)))];
        string file = Path.GetTempFileName();
        string[][] theirs;
        try
        {
            await File.WriteAllLinesAsync(file, cases.Concat(examples).Select(judged => judged.Case.ToLine()));
            theirs = await Task.WhenAll(s_peers.Select(peer => PeerProcess.JudgeAsync(peer, file)));
        }
        finally
        {
            File.Delete(file);
        }
        PeerVerdicts[] verdicts = [.. cases.Concat(examples).Select((judged, at) => new PeerVerdicts(judged, s_peers.ToDictionary(peer => peer, peer => theirs[Array.IndexOf(s_peers, peer)][at], StringComparer.Ordinal)))];
        bool held = Compare(verdicts[..cases.Count], output) & CheckExamples(verdicts[cases.Count..], output) & (count < FewCases || CheckKeywords(cases, output));
        Summarise(cases, count, clock.Elapsed, output);
        return held;
    }

    private static bool Compare(PeerVerdicts[] all, TextWriter output)
    {
        Dictionary<string, int> explained = KnownDifference.All.ToDictionary(known => known.Name, _ => 0, StringComparer.Ordinal);
        int failures = 0;
        int late = 0;
        foreach (PeerVerdicts verdicts in all)
        {
            string[] deviating = [.. s_peers.Where(peer => !verdicts.Agrees(peer))];
            if (verdicts.IsLate)
            {
                late++;
                continue;
            }
            if (deviating.Length == 0)
            {
                continue;
            }
            KnownDifference? known = deviating.Length > 1 ? null : KnownDifference.All.FirstOrDefault(entry => entry.Peer == deviating[0] && entry.Explains(verdicts.Judged.Case, verdicts.Theirs[entry.Peer]));
            if (known is not null)
            {
                explained[known.Name]++;
                continue;
            }
            failures++;
            output.WriteLine(verdicts.Describe(deviating[0]));
        }
        foreach ((string name, int times) in explained)
        {
            output.WriteLine($"  known difference {name}: {times} schemas");
        }
        output.WriteLine($"  {failures} unknown differences; {late} schemas not compared since a peer took too long");
        // What is passed over must stay the exception.
        return failures == 0 && late <= 1 + (all.Length / 100);
    }

    private static bool CheckExamples(PeerVerdicts[] examples, TextWriter output)
    {
        bool held = true;
        for (int at = 0; at < examples.Length; at++)
        {
            KnownDifference known = KnownDifference.All[at];
            bool right = examples[at].Judged.Ours == (known.Valid ? "1" : "0") && s_peers.All(peer => examples[at].Agrees(peer) == (peer != known.Peer));
            if (!right)
            {
                held = false;
                output.WriteLine($"The example of the known difference {known.Name} is not judged as the list says:\n{examples[at].Describe(known.Peer)}");
            }
        }
        return held;
    }

    /// <summary>A keyword that no schema has is not proven.</summary>
    private static bool CheckKeywords(List<JudgedCase> cases, TextWriter output)
    {
        string[] missing = [.. s_keywords.Where(keyword => !cases.Any(judged => judged.Case.Schema.Contains($"\"{keyword}\"", StringComparison.Ordinal)))];
        output.WriteLine(missing.Length == 0 ? $"  all {s_keywords.Length} keywords occur" : $"  keywords that no schema has: {string.Join(' ', missing)}");
        return missing.Length == 0;
    }

    private static void Summarise(List<JudgedCase> cases, int asked, TimeSpan time, TextWriter output)
    {
        int all = cases.Sum(judged => judged.Ours.Length);
        int valid = cases.Sum(judged => judged.Ours.Count(verdict => verdict == JudgedCase.Valid));
        int late = cases.Sum(judged => judged.Ours.Count(verdict => verdict == JudgedCase.PatternTime));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {cases.Count} schemas ({asked - cases.Count} more refer to themselves without end), {all} instances, {100.0 * valid / all:F0} % valid, {late} not compared since a pattern of ours took too long, {time.TotalSeconds:F0} s"));
    }
}
