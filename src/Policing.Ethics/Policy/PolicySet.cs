using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Policing.DataModel;
using Policing.Ethics.Compilation;

namespace Policing.Ethics;

/// <summary>
/// Versioned rules that decide on uses of data: default deny; what forbids overrides what permits; an error in a condition denies. Made of a
/// file or of typed rules; both become the same indexed form.
/// </summary>
/// <remarks>Immutable and thread-safe. There is no partly loaded set: what is wrong with a file is an exception, and never a rule less.</remarks>
public sealed class PolicySet
{
    internal const string Format = "policing-policy-set/1.0";

    private readonly byte[] _utf8;
    private readonly RuleIndex _index;

    private PolicySet(string id, string version, string hash, byte[] utf8, ValueList<PolicyRule> rules, ValueList<RuleSwitch> switches)
    {
        Id = id;
        Version = version;
        Hash = hash;
        Rules = rules;
        SwitchesOff = switches;
        _utf8 = utf8;
        _index = new RuleIndex(rules, hash);
    }

    /// <summary>The id of the set; of combined sets their ids, joined by <c>+</c>.</summary>
    public string Id { get; }

    /// <summary>The version that its authors gave it; of combined sets theirs, joined by <c>+</c>.</summary>
    public string Version { get; }

    /// <summary>
    /// <c>sha256:</c> and 64 hexadecimal digits: of the bytes of the file, so that <c>sha256sum</c> gives the same; of typed rules, of the file
    /// that <see cref="ToUtf8"/> gives; of combined sets, of their ids, versions and hashes.
    /// </summary>
    public string Hash { get; }

    /// <summary>The rules, in the order of the file.</summary>
    public ValueList<PolicyRule> Rules { get; }

    /// <summary>The rules of other sets that this one switches off.</summary>
    public ValueList<RuleSwitch> SwitchesOff { get; }

    /// <summary>
    /// The rules that the SDK comes with: DPA 2018 Part 3 as far as its authors could read it, each with its citation and how sure that is.
    /// Nobody has endorsed them. Lay a set of your own over them.
    /// </summary>
    public static PolicySet Baseline => BaselinePolicy.Set;

    /// <summary>Reads a policy file.</summary>
    /// <param name="utf8">The file, as <c>schemas/ethics/1.0/policy-set.schema.json</c> describes it.</param>
    /// <param name="limits">How much it may be; the defaults when null.</param>
    /// <exception cref="PolicySetException">Something is wrong with it, each with its place.</exception>
    public static PolicySet Parse(ReadOnlySpan<byte> utf8, PolicyLimits? limits = null)
    {
        limits ??= PolicyLimits.Default;
        using JsonDocument document = PolicyDocument.ParseSet(utf8, limits);
        JsonElement set = document.RootElement;
        ValueList<PolicyRule> rules = PolicySetReader.Rules(set);
        List<PolicyProblem> problems = RuleChecks.Of(rules, limits);
        if (problems.Count > 0) throw new PolicySetException(problems);
        byte[] bytes = utf8.ToArray();
        return new PolicySet(
            PolicySetReader.Text(set, "id")!, PolicySetReader.Text(set, "version")!, HashOf(bytes), bytes, rules, PolicySetReader.Switches(set));
    }

    /// <summary>Makes a set of typed rules. It is held to the same schema and checks as a file.</summary>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="PolicySetException">Something is wrong with a rule; places are those of the file that it would be.</exception>
    public static PolicySet Create(string id, string version, IEnumerable<PolicyRule> rules, IEnumerable<RuleSwitch>? switchesOff = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(rules);
        return Parse(PolicySetWriter.Write(id, version, [.. rules], [.. switchesOff ?? []]));
    }

    /// <summary>
    /// Lays sets over each other. All rules of all sets hold, without an order; a rule leaves only if it is switchable and another set switches
    /// it off.
    /// </summary>
    /// <exception cref="ArgumentException">No set is given.</exception>
    /// <exception cref="PolicySetException">Two rules have one id; a set switches off what is not there or not switchable; there are too many rules.</exception>
    public static PolicySet Combine(params IReadOnlyList<PolicySet> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        if (sets.Count == 0) throw new ArgumentException("Give at least one set.", nameof(sets));
        if (sets.Count == 1 && sets[0].SwitchesOff.IsEmpty) return sets[0];
        PolicySet[] ordered = [.. sets.OrderBy(set => set.Id, StringComparer.Ordinal)];
        HashSet<string> off = SwitchedOff(ordered);
        ValueList<PolicyRule> rules = ValueList.From(ordered.SelectMany(set => set.Rules).Where(rule => !off.Contains(rule.Id)));
        List<PolicyProblem> problems = RuleChecks.Of(rules, PolicyLimits.Default);
        if (problems.Count > 0) throw new PolicySetException(problems);
        string lines = string.Concat(ordered.Select(set => $"{set.Id} {set.Version} {set.Hash}\n"));
        return new PolicySet(
            string.Join('+', ordered.Select(set => set.Id)), string.Join('+', ordered.Select(set => set.Version)), HashOf(Encoding.UTF8.GetBytes(lines)), [], rules, default);
    }

    private static HashSet<string> SwitchedOff(PolicySet[] sets)
    {
        HashSet<string> off = new(StringComparer.Ordinal);
        foreach (PolicySet set in sets)
        {
            for (int place = 0; place < set.SwitchesOff.Count; place++)
            {
                string id = set.SwitchesOff[place].Rule;
                PolicyRule rule = sets.Where(other => other != set).SelectMany(other => other.Rules).FirstOrDefault(candidate => string.Equals(candidate.Id, id, StringComparison.Ordinal))
                    ?? throw new PolicySetException($"/switchesOff/{place}/rule", "None of the other sets has this rule.");
                if (!rule.Switchable) throw new PolicySetException($"/switchesOff/{place}/rule", "This rule cannot be switched off.");
                off.Add(id);
            }
        }
        return off;
    }

    /// <summary>Decides. Allocates nothing where it permits, once it has met the same outcome before.</summary>
    /// <param name="request">What is asked. Its time says which rules are in force.</param>
    public AccessDecision Evaluate(in AccessRequest request) => _index.Decide(request);

    /// <summary>Decides, and says of every rule what became of it: for people who write rules or wonder about a refusal. It holds no person's data.</summary>
    public PolicyExplanation Explain(in AccessRequest request) => _index.Explain(request);

    /// <summary>The file that this set was read from, or would be; the one that <see cref="Hash"/> is of.</summary>
    /// <exception cref="InvalidOperationException">The set was combined of others, and so is no file.</exception>
    public byte[] ToUtf8() => _utf8.Length > 0 ? [.. _utf8] : throw new InvalidOperationException("A combined set has no file of its own.");

    /// <summary>Id, version and the beginning of the hash.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id} {Version} {Hash.AsSpan(0, 15)}");

    private static string HashOf(ReadOnlySpan<byte> bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));
}
