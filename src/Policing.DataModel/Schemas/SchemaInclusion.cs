using System.Globalization;
using System.Text.Json;

namespace Policing.DataModel.Schemas;

/// <summary>
/// Whether all documents that meet the schemas of one set (the lesser) meet those of the same names in another (the greater); says where not.
/// </summary>
/// <param name="lesser">The schemas whose documents are looked at.</param>
/// <param name="greater">The schemas that must let them pass.</param>
/// <param name="earlierIsLess">Whether the lesser set is the earlier one, whose parts on trial may change.</param>
/// <param name="report">Takes the place and what is wrong.</param>
internal sealed class SchemaInclusion(
    IReadOnlyDictionary<string, JsonElement> lesser, IReadOnlyDictionary<string, JsonElement> greater, bool earlierIsLess, Action<string, string> report)
{
    private const string Ending = ".schema.json";
    private static readonly string[] AllKinds = ["null", "boolean", "object", "array", "number", "string"];

    // Minimums must not rise, maximums not fall; a missing one is no limit.
    private static readonly string[] Minimums = ["minLength", "minItems", "minProperties", "minimum"];
    private static readonly string[] Maximums = ["maxLength", "maxItems", "maxProperties", "maximum"];

    private static readonly HashSet<string> Compared =
    [
        "$schema", "$id", "$ref", "title", "description", "type", "const", "enum", "pattern", "required", "properties", "items", "additionalProperties",
        "unevaluatedProperties", "anyOf", "if", "then", .. Minimums, .. Maximums,
    ];

    private readonly HashSet<string> _seen = [];

    public void Check()
    {
        foreach (string name in lesser.Keys.Order(StringComparer.Ordinal))
        {
            if (earlierIsLess && IsOnTrial(lesser[name])) continue;
            if (greater.ContainsKey(name)) CheckFiles(name);
            else if (earlierIsLess) report(File(name), "The schema is there no more.");
        }
    }

    private static string File(string name) => $"{name}{Ending}#";

    private void CheckFiles(string name)
    {
        if (_seen.Add(name)) CheckSchema(File(name), lesser[name], greater[name]);
    }

    private void CheckSchema(string place, JsonElement less, JsonElement great)
    {
        if (IsOnTrial(earlierIsLess ? less : great)) return;
        if (earlierIsLess && IsOnTrial(great)) report($"{place}/x-psdk-maturity", "What was stable is on trial.");
        if (great.ValueKind == JsonValueKind.True || less.ValueKind == JsonValueKind.False) return;
        if (great.ValueKind == JsonValueKind.False || less.ValueKind == JsonValueKind.True)
        {
            report(place, "What was let pass is let pass no more.");
            return;
        }

        CheckKinds(place, less, great);
        CheckValues(place, less, great);
        CheckLimits(place, less, great);
        CheckSame(place, less, great, "pattern", "The pattern is another; whether it lets pass what the other does cannot be told.");
        CheckSame(place, less, great, "x-psdk-list", "The codes are of another list.");
        CheckMembers(place, less, great);
        CheckNested(place, less, great, "items");
        CheckNested(place, less, great, "additionalProperties");
        CheckReferences(place, less, great);
        CheckChoices(place, less, great);
        CheckOthers(place, less, great);
    }

    private static bool IsOnTrial(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("x-psdk-maturity", out JsonElement maturity) && maturity.ValueEquals("trial"u8);

    private void CheckKinds(string place, JsonElement less, JsonElement great)
    {
        if (!great.TryGetProperty("type", out _)) return;
        IEnumerable<string> allowed = Kinds(great);
        foreach (string kind in Alternatives(less).SelectMany(Kinds).Distinct(StringComparer.Ordinal))
            if (!allowed.Contains(kind, StringComparer.Ordinal) && !(kind == "integer" && allowed.Contains("number", StringComparer.Ordinal)))
                report($"{place}/type", $"The kind '{kind}' is not allowed on the other side.");
    }

    // A schema that leaves all to its choices lets pass what they do.
    private IEnumerable<JsonElement> Alternatives(JsonElement less) =>
        !less.TryGetProperty("type", out _) && less.TryGetProperty("anyOf", out JsonElement choices) ? choices.EnumerateArray().Select(Resolved) : [less];

    private JsonElement Resolved(JsonElement choice) => Target(choice) is { } name && lesser.TryGetValue(name, out JsonElement schema) ? schema : choice;

    private static IEnumerable<string> Kinds(JsonElement schema)
    {
        if (schema.TryGetProperty("type", out JsonElement type))
            return type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(k => k.GetString()!) : [type.GetString()!];
        // A constant and a reference say for themselves what kinds they have.
        return schema.TryGetProperty("const", out _) || schema.TryGetProperty("enum", out _) || schema.TryGetProperty("$ref", out _) ? [] : AllKinds;
    }

    private void CheckValues(string place, JsonElement less, JsonElement great)
    {
        if (Values(great) is not { } allowed) return;
        if (Values(less) is not { } values) report(place, "Only certain values are allowed on the other side.");
        else if (values.Any(v => !allowed.Any(a => JsonElement.DeepEquals(a, v)))) report(place, "A value is not allowed on the other side.");
    }

    private static JsonElement[]? Values(JsonElement schema) =>
        schema.TryGetProperty("const", out JsonElement only) ? [only] : schema.TryGetProperty("enum", out JsonElement values) ? [.. values.EnumerateArray()] : null;

    private void CheckLimits(string place, JsonElement less, JsonElement great)
    {
        foreach (string keyword in Minimums)
            if (Limit(great, keyword) is { } most && !(Limit(less, keyword) >= most)) report($"{place}/{keyword}", Stricter(most));
        foreach (string keyword in Maximums)
            if (Limit(great, keyword) is { } least && !(Limit(less, keyword) <= least)) report($"{place}/{keyword}", Stricter(least));
    }

    private static decimal? Limit(JsonElement schema, string keyword) => schema.TryGetProperty(keyword, out JsonElement limit) ? limit.GetDecimal() : null;

    private static string Stricter(decimal limit) => string.Create(CultureInfo.InvariantCulture, $"The limit of the other side, {limit}, is stricter.");

    private void CheckSame(string place, JsonElement less, JsonElement great, string keyword, string message)
    {
        if (great.TryGetProperty(keyword, out JsonElement wanted) && !(less.TryGetProperty(keyword, out JsonElement had) && JsonElement.DeepEquals(had, wanted)))
            report($"{place}/{keyword}", message);
    }

    private void CheckMembers(string place, JsonElement less, JsonElement great)
    {
        foreach (string name in Names(great))
            if (!Asks(less, name) && !Alternatives(less).All(schema => Asks(schema, name))) report($"{place}/required", $"The member '{name}' is required on the other side.");
        bool lessIsClosed = IsClosed(less);
        if (!lessIsClosed && IsClosed(great)) report($"{place}/unevaluatedProperties", "Unknown members pass no more.");
        less.TryGetProperty("properties", out JsonElement had);
        great.TryGetProperty("properties", out JsonElement known);
        foreach (JsonProperty member in Members(had))
        {
            if (known.ValueKind == JsonValueKind.Object && known.TryGetProperty(member.Name, out JsonElement there))
                CheckSchema($"{place}/properties/{member.Name}", member.Value, there);
            else if (IsClosed(great) && !IsOnTrial(member.Value)) report($"{place}/properties/{member.Name}", "The other side does not know the member, and is closed.");
        }
    }

    private static bool Asks(JsonElement schema, string name) => Names(schema).Contains(name, StringComparer.Ordinal);

    private static IEnumerable<string> Names(JsonElement schema) =>
        schema.TryGetProperty("required", out JsonElement names) ? names.EnumerateArray().Select(n => n.GetString()!) : [];

    private static IEnumerable<JsonProperty> Members(JsonElement properties) =>
        properties.ValueKind == JsonValueKind.Object ? properties.EnumerateObject() : Enumerable.Empty<JsonProperty>();

    private static bool IsClosed(JsonElement schema) =>
        schema.TryGetProperty("unevaluatedProperties", out JsonElement rest) && rest.ValueKind == JsonValueKind.False;

    private void CheckNested(string place, JsonElement less, JsonElement great, string keyword)
    {
        if (!great.TryGetProperty(keyword, out JsonElement there) || IsEmpty(there)) return;
        if (less.TryGetProperty(keyword, out JsonElement here)) CheckSchema($"{place}/{keyword}", here, there);
        else report($"{place}/{keyword}", "What was let pass is let pass no more.");
    }

    // An empty schema is as good as none.
    private static bool IsEmpty(JsonElement schema) => schema.ValueKind == JsonValueKind.Object && !schema.EnumerateObject().Any();

    private void CheckReferences(string place, JsonElement less, JsonElement great)
    {
        string? from = Target(less);
        string? to = Target(great);
        // Two blocks may let pass the same and yet mean different things.
        if (from != to) report($"{place}/$ref", "The other side refers to another block.");
        else if (from is not null) CheckShared(place, from);
    }

    private void CheckShared(string place, string name)
    {
        if (lesser.ContainsKey(name) && greater.ContainsKey(name)) CheckFiles(name);
        else if (!earlierIsLess || !lesser.ContainsKey(name)) report($"{place}/$ref", "The schema that it refers to is not in both sets.");
    }

    private static string? Target(JsonElement schema) =>
        schema.TryGetProperty("$ref", out JsonElement reference) && reference.GetString() is { } name
            ? name.EndsWith(Ending, StringComparison.Ordinal) ? name[..^Ending.Length] : name
            : null;

    // Each choice must be one of the other side too. Where the other side leaves types that it does not know to themselves, a new one passes.
    private void CheckChoices(string place, JsonElement less, JsonElement great)
    {
        JsonElement? there = Choices(great, out bool leavesOthers);
        if (there is null) return;
        if (Choices(less, out bool hasOthers) is not { } here)
        {
            report($"{place}/anyOf", "The other side asks for a choice.");
            return;
        }

        if (hasOthers && !leavesOthers) report($"{place}/if", "Types that are not known pass no more.");
        int index = 0;
        foreach (JsonElement choice in here.EnumerateArray())
        {
            CheckChoice($"{place}/anyOf/{index.ToString(CultureInfo.InvariantCulture)}", choice, there.Value, leavesOthers);
            index++;
        }
    }

    // Either for all, or under 'then' for what the schema knows.
    private static JsonElement? Choices(JsonElement schema, out bool leavesOthers)
    {
        leavesOthers = schema.TryGetProperty("then", out JsonElement then);
        return (leavesOthers ? then : schema).TryGetProperty("anyOf", out JsonElement choices) ? choices : null;
    }

    private void CheckChoice(string place, JsonElement choice, JsonElement there, bool leavesOthers)
    {
        string? target = Target(choice);
        if (there.EnumerateArray().Any(c => Target(c) == target))
        {
            if (target is not null) CheckShared(place, target);
        }
        else if (!leavesOthers && !(target is not null && lesser.TryGetValue(target, out JsonElement schema) && IsOnTrial(schema)))
        {
            report(place, "The other side does not have this choice.");
        }
    }

    private void CheckOthers(string place, JsonElement less, JsonElement great)
    {
        foreach (JsonProperty keyword in great.EnumerateObject())
        {
            if (Compared.Contains(keyword.Name) || keyword.Name.StartsWith("x-", StringComparison.Ordinal)) continue;
            CheckSame(place, less, great, keyword.Name, "The keyword is another; what that means cannot be told.");
        }
    }
}
