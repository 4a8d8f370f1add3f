using System.Text;
using System.Text.Json;

namespace Policing.JsonSchema.Tests.Suite;

/// <summary>The cases of ../shared/data/json-schema-test-suite (MIT), where it is.</summary>
internal static class OfficialSuite
{
    public const string Absent = "../shared/data/json-schema-test-suite is not here";

    /// <summary>What is optional in draft 2020-12 and claimed, beside the formats.</summary>
    private static readonly string[] s_optional =
    [
        "anchor", "bignum", "dynamicRef", "ecmascript-regex", "float-overflow", "format-assertion", "id", "no-schema", "non-bmp-regex",
        "refOfUnknownKeyword", "unknownKeyword",
    ];

    private static readonly string[] s_formats =
    [
        "date", "date-time", "duration", "ecmascript-regex", "email", "hostname", "ipv4", "ipv6", "json-pointer", "regex", "relative-json-pointer",
        "time", "unknown", "uri", "uri-reference", "uuid",
    ];

    public static IEnumerable<SuiteCase> Cases() => Folder is null
        ? []
        :
        [
            .. Directory.EnumerateFiles(Path.Combine(Folder, "tests/draft2020-12"), "*.json").Order(StringComparer.Ordinal).SelectMany(file => Read(file, formats: false)),
            .. s_optional.SelectMany(name => Read(Path.Combine(Folder, $"tests/draft2020-12/optional/{name}.json"), formats: false)),
            .. s_formats.SelectMany(name => Read(Path.Combine(Folder, $"tests/draft2020-12/optional/format/{name}.json"), formats: true)),
        ];

    /// <summary>The remote schemas of the suite, under the addresses that its cases expect.</summary>
    public static SchemaRegistry Remotes()
    {
        SchemaRegistry registry = new();
        string root = Path.Combine(Folder!, "remotes");
        foreach (string file in Directory.EnumerateFiles(Path.Combine(root, "draft2020-12"), "*.json", SearchOption.AllDirectories))
        {
            registry.Add("http://localhost:1234/" + Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllBytes(file));
        }
        return registry;
    }

    private static List<SuiteCase> Read(string file, bool formats)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
        string name = Path.GetRelativePath(Path.Combine(Folder!, "tests/draft2020-12"), file).Replace('\\', '/')[..^5];
        List<SuiteCase> cases = [];
        foreach (JsonElement group in document.RootElement.EnumerateArray())
        {
            foreach (JsonElement test in group.GetProperty("tests").EnumerateArray())
            {
                cases.Add(new SuiteCase(
                    $"{name}: {group.GetProperty("description").GetString()}: {test.GetProperty("description").GetString()}",
                    Encoding.UTF8.GetBytes(group.GetProperty("schema").GetRawText()),
                    Encoding.UTF8.GetBytes(test.GetProperty("data").GetRawText()),
                    test.GetProperty("valid").GetBoolean(),
                    formats));
            }
        }
        return cases;
    }

    /// <summary>The folder of the solution; null where the tests run elsewhere.</summary>
    public static string? WorkingCopy { get; } = FindWorkingCopy();

    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        string? suite = WorkingCopy is null ? null : Path.Combine(WorkingCopy, "../shared/data/json-schema-test-suite");
        return Directory.Exists(suite) ? suite : null;
    }

    private static string? FindWorkingCopy()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PolicingSdk.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName;
    }
}
