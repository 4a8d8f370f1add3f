using System.Security.Cryptography;
using System.Text.Json;
using Policing.DataModel;

namespace Policing.Conformance.Requirements;

/// <summary>The requirements of this release. Immutable and thread-safe.</summary>
public sealed class RequirementSet
{
    private static readonly Lazy<RequirementSet> Embedded = new(static () => Read(Resources.Bytes("requirements.json")));

    private readonly Dictionary<string, Requirement> _byId;

    private RequirementSet(string edition, string hash, IReadOnlyList<Requirement> all)
    {
        Edition = edition;
        Hash = hash;
        All = all;
        _byId = all.ToDictionary(r => r.Id, StringComparer.Ordinal);
    }

    /// <summary>Those of this release.</summary>
    public static RequirementSet BuiltIn => Embedded.Value;

    /// <summary>The version of the model that they are for.</summary>
    public string Edition { get; }

    /// <summary>The SHA-256 of their file in lower-case hexadecimal: it says which requirements a report is about.</summary>
    public string Hash { get; }

    /// <summary>All of them, by id.</summary>
    public IReadOnlyList<Requirement> All { get; }

    /// <summary>The requirement of an id; null when there is none.</summary>
    public Requirement? Find(string id) => _byId.GetValueOrDefault(id);

    internal static RequirementSet Read(byte[] utf8)
    {
        using JsonDocument document = JsonDocument.Parse(utf8);
        JsonElement root = document.RootElement;
        return new(root.GetProperty("edition").GetString()!, Convert.ToHexStringLower(SHA256.HashData(utf8)), [.. root.GetProperty("requirements").EnumerateArray().Select(One)]);
    }

    private static Requirement One(JsonElement requirement) => new()
    {
        Id = Text(requirement, "id"),
        Text = Text(requirement, "text"),
        Hint = Text(requirement, "hint"),
        Clause = Text(requirement, "clause"),
        Level = Text(requirement, "level") switch { "MUST" => RequirementLevel.Must, "SHOULD" => RequirementLevel.Should, _ => RequirementLevel.May },
        Target = Text(requirement, "target") switch { "document" => RequirementTarget.Document, "producer" => RequirementTarget.Producer, "server" => RequirementTarget.Server, "client" => RequirementTarget.Client, _ => RequirementTarget.Consumer },
        Area = Text(requirement, "area"),
        Phase = requirement.GetProperty("phase").GetInt32(),
        Capability = Text(requirement, "capability"),
        Maturity = Text(requirement, "maturity"),
        JudgedBy = Texts(requirement, "judgedBy"),
        Cases = Texts(requirement, "cases"),
        NotTested = requirement.TryGetProperty("notTested", out JsonElement why) ? why.GetString() : null,
    };

    private static string Text(JsonElement requirement, string name) => requirement.GetProperty(name).GetString()!;

    private static ValueList<string> Texts(JsonElement requirement, string name) =>
        requirement.TryGetProperty(name, out JsonElement texts) ? ValueList.From(texts.EnumerateArray().Select(t => t.GetString()!)) : default;
}
