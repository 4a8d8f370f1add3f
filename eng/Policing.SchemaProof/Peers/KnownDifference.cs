using System.Text.Json;
using System.Text.Json.Nodes;
using Policing.SchemaProof.Cases;

namespace Policing.SchemaProof.Peers;

/// <summary>
/// Where a peer deviates from the specification. The example is judged in every run: the peer must still be wrong and all others right, so that
/// the list can only get shorter. In a random case the difference passes only if the schema has what the example is about and the other peer
/// agrees with ours.
/// </summary>
internal sealed record KnownDifference(string Name, string Peer, string Reason, string Schema, string Instance, bool Valid, bool Throws, Func<JsonObject, bool> Touches)
{
    public static IReadOnlyList<KnownDifference> All { get; } =
    [
        new(
            "empty-name", "ajv", "ajv keeps the name of a missing member in a variable and asks whether that is truthy; the empty name is not.",
            """{"required": [""]}""", "{}", false, false,
            schema => NamesIn(schema["required"]).Concat((schema["dependentRequired"] as JsonObject ?? []).SelectMany(member => NamesIn(member.Value))).Contains("")),
        new(
            "contains-evaluates-all", "ajv", "contains evaluates the items that it holds for (draft 2020-12, core 11.2); ajv takes all as evaluated.",
            """{"contains": {"type": "object"}, "unevaluatedItems": false}""", "[{}, 1]", false, false,
            schema => schema.ContainsKey("contains")),
        new(
            "if-alone", "ajv", "What an if evaluates counts also where neither then nor else follows (core 10.2.2.1); ajv then passes over the if.",
            """{"if": {"properties": {"a": true}}, "unevaluatedProperties": false}""", """{"a": 1}""", true, false,
            schema => schema.ContainsKey("if") && !schema.ContainsKey("then") && !schema.ContainsKey("else")),
        new(
            "recursion-evaluates-all", "ajv", "Where a reference leads to a schema that ajv is still compiling, it takes all items and members as evaluated.",
            """{"properties": {"x": {"$ref": "#", "unevaluatedItems": false}}}""", """{"x": [1]}""", false, false,
            schema => (schema.ContainsKey("unevaluatedItems") || schema.ContainsKey("unevaluatedProperties"))
                && (schema.ContainsKey("$ref") || schema.ContainsKey("allOf") || schema.ContainsKey("anyOf") || schema.ContainsKey("oneOf") || schema.ContainsKey("if"))),
        new(
            "failed-if-evaluates", "ajv", "An if that fails evaluates nothing (core 7.7.1.1); what additionalProperties evaluated in it ajv counts all the same.",
            """{"if": {"additionalProperties": true, "const": 1}, "then": {"minLength": 1}, "unevaluatedProperties": false}""", """{"a": 1}""", false, false,
            schema => schema.ContainsKey("if") && (schema.ContainsKey("then") || schema.ContainsKey("else"))),
        new(
            "dependent-forgets", "ajv", "Where a schema of dependentSchemas does not apply, ajv forgets what the keywords before it evaluated.",
            """{"properties": {"a": true}, "dependentSchemas": {"b": {"additionalProperties": true}}, "unevaluatedProperties": false}""", """{"a": 1}""", true, false,
            schema => schema.ContainsKey("dependentSchemas") && (schema.ContainsKey("unevaluatedProperties") || schema.ContainsKey("unevaluatedItems"))),
        new(
            "empty-pattern", "hyperjump", "Where patternProperties has the empty pattern alone, which every name matches, hyperjump takes it for no pattern: all members are additional.",
            """{"patternProperties": {"": true}, "additionalProperties": false}""", """{"a": 1}""", true, false,
            schema => schema.ContainsKey("additionalProperties") && schema["patternProperties"] is JsonObject patterns && patterns.ContainsKey("")),
        new(
            "joined-patterns", "hyperjump", "For additionalProperties all patterns are joined into one, in which a reference to a group leads to a group of another pattern. Random cases have none.",
            """{"patternProperties": {"(b)": true, "(a)\\1": true}, "additionalProperties": false}""", """{"a": 1}""", false, false,
            _ => false),
        new(
            "dynamic-ref", "ajv", "A dynamic reference leads to the outermost resource with the anchor (core 8.2.3.2); ajv looks only where its code came by.",
            """{"$id": "https://cases.example/dynamic-ref", "$dynamicRef": "#dynamic", "$defs": {"a": {"$dynamicAnchor": "dynamic", "type": "integer"}}}""", "1", true, true,
            schema => schema.ContainsKey("$dynamicRef")),
        new(
            "embedded-reference", "ajv", "A resource inside another that refers to itself makes ajv's compiler run out of stack.",
            """
            {"$id": "https://cases.example/embedded-reference", "$ref": "inner", "$defs": {"a": {"$id": "inner", "$ref": "#b", "$defs": {"c": {"$anchor": "b", "type": "null"}}}}}
            """,
            "null", true, true,
            schema => schema.Parent is not null && schema.ContainsKey("$id")),
        new(
            "names-of-a-branch", "ajv", "ajv notes the members that a branch evaluated in a variable that is not always set, such as where the branch is its own schema again.",
            """{"$id": "https://cases.example/names", "prefixItems": [{"anyOf": [{"$ref": "names"}], "patternProperties": {"^f": {}}}]}""", """[[{"foo": 1}]]""", true, true,
            schema => schema.ContainsKey("patternProperties") || schema.ContainsKey("unevaluatedProperties") || schema.ContainsKey("additionalProperties")),
    ];

    /// <summary>The example as a case.</summary>
    public SchemaCase Example(int number) => new(number, Schema, [], [Instance]);

    /// <summary>Whether it can be why a peer gave an answer. What makes a peer throw does not explain a verdict, and the other way round, but for dynamic references.</summary>
    public bool Explains(SchemaCase found, string answer) => (Throws == answer.StartsWith('!') || Name == "dynamic-ref") && found.Documents.Select(document => document.Text).Prepend(found.Schema).Any(text => Objects(JsonNode.Parse(text)).Any(Touches));

    private static IEnumerable<string> NamesIn(JsonNode? names) =>
        (names as JsonArray ?? []).OfType<JsonValue>().Where(name => name.GetValueKind() is JsonValueKind.String).Select(name => name.GetValue<string>());

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Objects(member.Value)).Prepend(members),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
