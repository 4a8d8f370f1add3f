using System.Text.Json;
using System.Text.Json.Serialization;

namespace Policing.DataModel.Tests.Codes.ReferenceDataFiles;

/// <summary>The folders that these tests read: the lists themselves, and the data of others where it is there.</summary>
internal static class CodeListFolder
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
    };

    private static readonly Lazy<IReadOnlyList<CodeListFile>> Lists = new(ReadLists);

    public static IReadOnlyList<CodeListFile> All => Lists.Value;

    public static CodeListFile List(string id) => All.Single(l => l.Id == id);

    /// <summary>A file or folder below ../shared/data; the test is skipped where it is absent.</summary>
    public static string SharedData(string path)
    {
        var full = Path.GetFullPath(Path.Combine(Root(), "..", "shared", "data", path));
        if (!Path.Exists(full))
        {
            Assert.Skip($"The test data ../shared/data/{path} is not there.");
        }

        return full;
    }

    private static List<CodeListFile> ReadLists()
    {
        var folder = Path.Combine(Root(), "schemas", "reference-data");
        return Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Read).ToList();
    }

    private static CodeListFile Read(string path)
    {
        var name = Path.GetFileName(path);
        var text = File.ReadAllText(path);
        try
        {
            var list = JsonSerializer.Deserialize<CodeListFile>(text, Strict) ?? throw new JsonException("null");
            return list with { FileName = name, Text = text };
        }
        catch (JsonException e)
        {
            throw new InvalidOperationException($"{name} is not a code list: {e.Message}", e);
        }
    }

    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PolicingSdk.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("No folder above the tests holds PolicingSdk.sln.");
    }
}
