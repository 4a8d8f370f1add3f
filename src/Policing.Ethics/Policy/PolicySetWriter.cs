using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Policing.Ethics;

/// <summary>Writes the file form, always with the same bytes for the same rules.</summary>
internal static class PolicySetWriter
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(string id, string version, IReadOnlyList<PolicyRule> rules, IReadOnlyList<RuleSwitch> switches)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Indented))
        {
            json.WriteStartObject();
            json.WriteString("format", PolicySet.Format);
            json.WriteString("id", id);
            json.WriteString("version", version);
            List(json, "switchesOff", switches, Switch);
            json.WriteStartArray("rules");
            foreach (PolicyRule rule in rules) Rule(json, rule);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void Switch(Utf8JsonWriter json, RuleSwitch off)
    {
        json.WriteStartObject();
        json.WriteString("rule", off.Rule);
        json.WriteString("reason", off.Reason);
        json.WriteEndObject();
    }

    private static void Rule(Utf8JsonWriter json, PolicyRule rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("version", rule.Version);
        json.WriteString("effect", PolicyNames.Effects.Of(rule.Effect));
        json.WriteString("reason", rule.Reason);
        Target(json, rule.Target);
        List(json, "when", rule.When, Condition);
        List(json, "unless", rule.Unless, Condition);
        List(json, "obligations", rule.Obligations, Obligation);
        List(json, "citations", rule.Citations, Citation);
        Date(json, "inForceFrom", rule.InForceFrom);
        Date(json, "inForceUntil", rule.InForceUntil);
        if (rule.Switchable) json.WriteBoolean("switchable", true);
        json.WriteEndObject();
    }

    private static void Target(Utf8JsonWriter json, RuleTarget target)
    {
        if (target == new RuleTarget()) return;
        json.WriteStartObject("target");
        Texts(json, "operations", target.Operations.Select(PolicyNames.Operations.Of));
        Texts(json, "recordTypes", target.RecordTypes);
        Flags(json, "subjects", PolicyNames.Subjects, target.Subjects);
        Texts(json, "markings", target.Markings.Select(PolicyNames.Markings.Of));
        Texts(json, "purposes", target.Purposes);
        Texts(json, "recipients", target.Recipients);
        Flags(json, "classes", PolicyNames.Classes, target.Classes);
        json.WriteEndObject();
    }

    private static void Condition(Utf8JsonWriter json, RuleCondition condition)
    {
        json.WriteStartObject();
        json.WriteString("attribute", PolicyNames.Attributes.Of(condition.Attribute));
        json.WriteString("operator", PolicyNames.Operators.Of(condition.Operator));
        Texts(json, "values", condition.Values);
        if (condition.Other is { } other) json.WriteString("other", PolicyNames.Attributes.Of(other));
        json.WriteEndObject();
    }

    private static void Obligation(Utf8JsonWriter json, Obligation obligation)
    {
        json.WriteStartObject();
        json.WriteString("kind", obligation.Kind);
        switch (obligation)
        {
            case LeaveOut leaveOut:
                Data(json, leaveOut.Classes, leaveOut.Members);
                break;
            case Redact redact:
                json.WriteString("redactor", redact.Redactor);
                Data(json, redact.Classes, redact.Members);
                break;
            case Notify notify:
                Within(json, notify.Role, notify.Within);
                break;
            case SecondPersonAfterwards second:
                Within(json, second.Role, second.Within);
                break;
        }
        json.WriteEndObject();
    }

    private static void Data(Utf8JsonWriter json, RecordClasses classes, IEnumerable<string> members)
    {
        Flags(json, "classes", PolicyNames.Classes, classes);
        Texts(json, "members", members);
    }

    private static void Within(Utf8JsonWriter json, string role, TimeSpan within)
    {
        json.WriteString("role", role);
        json.WriteNumber("withinSeconds", (long)within.TotalSeconds);
    }

    private static void Citation(Utf8JsonWriter json, Citation citation)
    {
        json.WriteStartObject();
        json.WriteString("provision", citation.Provision);
        json.WriteString("certainty", PolicyNames.Certainties.Of(citation.Certainty));
        if (citation.Source is { } source) json.WriteString("source", source);
        Date(json, "from", citation.From);
        Date(json, "until", citation.Until);
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0) return;
        json.WriteStartArray(name);
        foreach (T item in items) write(json, item);
        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts) =>
        List(json, name, [.. texts], static (writer, text) => writer.WriteStringValue(text));

    private static void Flags<T>(Utf8JsonWriter json, string name, WireNames<T> names, T flags)
        where T : struct, Enum =>
        Texts(json, name, Enum.GetValues<T>().Where(flag => names.Has(flag) && flags.HasFlag(flag)).Select(names.Of));

    private static void Date(Utf8JsonWriter json, string name, DateOnly? date)
    {
        if (date is { } day) json.WriteString(name, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
