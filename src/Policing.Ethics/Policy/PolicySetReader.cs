using System.Globalization;
using System.Text.Json;
using Policing.DataModel;

namespace Policing.Ethics;

/// <summary>Makes rules of a document that the schema has let pass.</summary>
internal static class PolicySetReader
{
    public static ValueList<PolicyRule> Rules(JsonElement set) => List(set, "rules", Rule);

    public static ValueList<RuleSwitch> Switches(JsonElement set) =>
        List(set, "switchesOff", item => new RuleSwitch { Rule = Text(item, "rule")!, Reason = Text(item, "reason")! });

    private static PolicyRule Rule(JsonElement rule) => new()
    {
        Id = Text(rule, "id")!,
        Version = Text(rule, "version") ?? "1",
        Effect = Named(PolicyNames.Effects, rule, "effect"),
        Reason = Text(rule, "reason")!,
        Target = rule.TryGetProperty("target", out JsonElement target) ? Target(target) : new RuleTarget(),
        When = List(rule, "when", Condition),
        Unless = List(rule, "unless", Condition),
        Obligations = List(rule, "obligations", Obligation),
        Citations = List(rule, "citations", Citation),
        InForceFrom = Date(rule, "inForceFrom"),
        InForceUntil = Date(rule, "inForceUntil"),
        Switchable = rule.TryGetProperty("switchable", out JsonElement switchable) && switchable.GetBoolean(),
    };

    private static RuleTarget Target(JsonElement target) => new()
    {
        Operations = List(target, "operations", item => Named(PolicyNames.Operations, item)),
        RecordTypes = Texts(target, "recordTypes"),
        Subjects = Flags(PolicyNames.Subjects, target, "subjects", static (left, right) => left | right),
        Markings = List(target, "markings", item => Named(PolicyNames.Markings, item)),
        Purposes = Texts(target, "purposes"),
        Recipients = Texts(target, "recipients"),
        Classes = Classes(target),
    };

    private static RuleCondition Condition(JsonElement condition) => new()
    {
        Attribute = Named(PolicyNames.Attributes, condition, "attribute"),
        Operator = Named(PolicyNames.Operators, condition, "operator"),
        Values = Texts(condition, "values"),
        Other = condition.TryGetProperty("other", out JsonElement other) ? Named(PolicyNames.Attributes, other) : null,
    };

    private static Obligation Obligation(JsonElement obligation) => Text(obligation, "kind") switch
    {
        LeaveOut.Name => new LeaveOut { Classes = Classes(obligation), Members = Texts(obligation, "members") },
        Redact.Name => new Redact { Redactor = Text(obligation, "redactor")!, Classes = Classes(obligation), Members = Texts(obligation, "members") },
        LogReason.Name => new LogReason(),
        Notify.Name => new Notify { Role = Text(obligation, "role")!, Within = Seconds(obligation) },
        SecondPersonAfterwards.Name => new SecondPersonAfterwards { Role = Text(obligation, "role")!, Within = Seconds(obligation) },
        _ => throw new PolicySetException("", "There is an obligation that this release does not know."),
    };

    private static Citation Citation(JsonElement citation) => new()
    {
        Provision = Text(citation, "provision")!,
        Certainty = Named(PolicyNames.Certainties, citation, "certainty"),
        Source = Text(citation, "source"),
        From = Date(citation, "from"),
        Until = Date(citation, "until"),
    };

    public static RecordClasses Classes(JsonElement owner) => Flags(PolicyNames.Classes, owner, "classes", static (left, right) => left | right);

    public static T Flags<T>(WireNames<T> names, JsonElement owner, string member, Func<T, T, T> or)
        where T : struct, Enum
    {
        T all = default;
        foreach (T one in List(owner, member, item => Named(names, item))) all = or(all, one);
        return all;
    }

    public static ValueList<T> List<T>(JsonElement owner, string member, Func<JsonElement, T> read) =>
        owner.TryGetProperty(member, out JsonElement list) ? ValueList.From(list.EnumerateArray().Select(read)) : default;

    public static ValueList<string> Texts(JsonElement owner, string member) => List(owner, member, item => item.GetString()!);

    public static string? Text(JsonElement owner, string member) => owner.TryGetProperty(member, out JsonElement text) ? text.GetString() : null;

    public static T Named<T>(WireNames<T> names, JsonElement owner, string member)
        where T : struct, Enum => Named(names, owner.GetProperty(member));

    public static T Named<T>(WireNames<T> names, JsonElement text)
        where T : struct, Enum =>
        names.TryGet(text.GetString(), out T value) ? value : throw new PolicySetException("", "There is a word that this release does not know.");

    private static TimeSpan Seconds(JsonElement obligation) => TimeSpan.FromSeconds(obligation.GetProperty("withinSeconds").GetInt32());

    // The schema asserts the format.
    private static DateOnly? Date(JsonElement owner, string member) =>
        Text(owner, member) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
