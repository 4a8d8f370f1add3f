using System.Globalization;
using System.Text.Json;

namespace Policing.ConformanceGenerator;

/// <summary>
/// The requirements of servers: what the contract of the partner API says that each call can answer, and the rest from servers.json. Numbers are those of the call and of the problem in
/// the lists of that file, which are only added to.
/// </summary>
internal static class ServerRows
{
    private const string Contract = "schemas/openapi/partner-api.v1.json";
    private const int FirstOfEntries = 81;
    private const string Sharing = "data management and sharing";

    public static IEnumerable<Row> Read(string root)
    {
        JsonElement contract = JsonElement.Parse(File.ReadAllBytes(Path.Combine(root, Contract)));
        JsonElement ours = JsonElement.Parse(File.ReadAllBytes(Path.Combine(root, "eng/Policing.ConformanceGenerator/servers.json")));
        string[] operations = [.. ours.GetProperty("operations").EnumerateArray().Select(o => o.GetString()!)], problems = [.. ours.GetProperty("problems").EnumerateArray().Select(p => p.GetString()!)];
        Dictionary<string, JsonElement> meanings = contract.GetProperty("x-psdk-problems").EnumerateArray().ToDictionary(p => p.GetProperty("code").GetString()!, StringComparer.Ordinal);
        foreach ((string call, string operation, string problem) in Answers(contract).Where(a => Applies(ours, a.Problem, a.Operation)))
        {
            int number = (100 * (Place(operations, operation) + 1)) + Place(problems, problem) + 1;
            JsonElement meaning = meanings[problem];
            string? why = WhyNotTested(ours, problem, operation);
            yield return new(
                Id(number), string.Create(CultureInfo.InvariantCulture, $"{call} answers {meaning.GetProperty("status").GetInt32()} '{problem}' where that is so: {meaning.GetProperty("title").GetString()}"),
                "Answer with application/problem+json of this type and code; name rules and places, no values.", $"{Contract}, {operation}/{problem}", "MUST", "server", "serving", 2, Sharing, "stable",
                why is null ? ["server"] : [], [], why);
        }

        foreach (Row row in Entries(contract, operations)) yield return row;
        foreach (JsonElement own in ours.GetProperty("own").EnumerateArray())
        {
            yield return new(
                Id(own.GetProperty("number").GetInt32()), own.GetProperty("text").GetString()!, own.GetProperty("hint").GetString()!, $"{Contract}, {own.GetProperty("key").GetString()}", "MUST", "server", "serving",
                2, Sharing, "stable", own.TryGetProperty("notTested", out JsonElement why) ? [] : ["server"], [], why.ValueKind == JsonValueKind.String ? why.GetString() : null);
        }
    }

    // Each call that needs a purpose is a use of data, and has an entry; and so has each refusal.
    private static IEnumerable<Row> Entries(JsonElement contract, string[] operations)
    {
        foreach ((string call, string operation, bool needsPurpose) in Calls(contract))
        {
            int number = 100 * (Place(operations, operation) + 1);
            if (needsPurpose) yield return Entry(number + FirstOfEntries, $"{call} has an entry of the audit log where it is answered.", $"{operation}/written-down");
            yield return Entry(number + FirstOfEntries + 1, $"{call} has an entry of the audit log where it is refused.", $"{operation}/refusal-written-down");
        }
    }

    private static Row Entry(int number, string text, string key) => new(
        Id(number), text, "Write the entry before you answer, and sign a checkpoint over it soon after.", $"{Contract}, {key}", "MUST", "server", "serving", 2, Sharing, "stable", ["server"], [], null);

    private static IEnumerable<(string Call, string Operation, bool NeedsPurpose)> Calls(JsonElement contract) =>
        from path in contract.GetProperty("paths").EnumerateObject()
        from method in path.Value.EnumerateObject()
        where method.Value.ValueKind == JsonValueKind.Object && method.Value.TryGetProperty("operationId", out _)
        select ($"{method.Name.ToUpperInvariant()} {path.Name}", method.Value.GetProperty("operationId").GetString()!, HasPurpose(path.Value) || HasPurpose(method.Value));

    private static bool HasPurpose(JsonElement call) =>
        call.TryGetProperty("parameters", out JsonElement parameters) && parameters.EnumerateArray().Any(p => p.TryGetProperty("$ref", out JsonElement named) && named.ValueEquals("#/components/parameters/Policing-Access"));

    private static IEnumerable<(string Call, string Operation, string Problem)> Answers(JsonElement contract) =>
        from path in contract.GetProperty("paths").EnumerateObject()
        from method in path.Value.EnumerateObject()
        where method.Value.ValueKind == JsonValueKind.Object && method.Value.TryGetProperty("operationId", out _)
        from response in method.Value.GetProperty("responses").EnumerateObject()
        where response.Value.TryGetProperty("$ref", out _)
        from problem in ProblemsOf(contract, response.Value.GetProperty("$ref").GetString()!)
        select ($"{method.Name.ToUpperInvariant()} {path.Name}", method.Value.GetProperty("operationId").GetString()!, problem);

    private static IEnumerable<string> ProblemsOf(JsonElement contract, string reference) =>
        contract.GetProperty("components").GetProperty("responses").GetProperty(reference.Split('/')[^1]).GetProperty("content").GetProperty("application/problem+json").GetProperty("examples")
            .EnumerateObject().Select(e => e.Name);

    // An answer of the contract is shared by calls; some of its problems only some of them can have.
    private static bool Applies(JsonElement ours, string problem, string operation) =>
        !ours.GetProperty("only").TryGetProperty(problem, out JsonElement only) || only.EnumerateArray().Any(o => o.GetString() == operation);

    private static string? WhyNotTested(JsonElement ours, string problem, string operation) =>
        ours.GetProperty("notTested").EnumerateArray()
            .Where(n => n.GetProperty("problem").GetString() == problem && (!n.TryGetProperty("operations", out JsonElement some) || some.EnumerateArray().Any(o => o.GetString() == operation)))
            .Select(n => n.GetProperty("why").GetString()).FirstOrDefault();

    private static int Place(string[] names, string name) =>
        Array.IndexOf(names, name) is >= 0 and int place ? place : throw new InvalidOperationException($"'{name}' is in the contract and has no number: add it at the end of its list in servers.json.");

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"PSDK-SRV-{number:D4}");
}
