using System.Text.Json;

namespace Policing.Sbom;

/// <summary>The packages that a restore of one project settled on, for one target framework.</summary>
internal sealed class LockFile
{
    private readonly Dictionary<string, LockedDependency> _entries;

    private LockFile(Dictionary<string, LockedDependency> entries) => _entries = entries;

    /// <summary>The entry of that id, in whatever letter case; null where the lock file has none.</summary>
    public LockedDependency? Find(string id) => _entries.GetValueOrDefault(id);

    public static LockFile Read(ReadOnlyMemory<byte> json, string framework)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (!document.RootElement.GetProperty("dependencies").TryGetProperty(framework, out JsonElement section))
            {
                throw new SbomException($"The lock file has no section for {framework}. Restore the project, and commit its packages.lock.json.");
            }
            return new LockFile(section.EnumerateObject().ToDictionary(entry => entry.Name, Entry, StringComparer.OrdinalIgnoreCase));
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new SbomException("The lock file is not a packages.lock.json. Restore the project to have it written again.");
        }
    }

    private static LockedDependency Entry(JsonProperty entry)
    {
        bool isProject = entry.Value.GetProperty("type").ValueEquals("Project");
        return new LockedDependency(
            entry.Name,
            isProject,
            isProject ? null : entry.Value.GetProperty("resolved").GetString(),
            isProject ? null : entry.Value.GetProperty("contentHash").GetBytesFromBase64(),
            entry.Value.TryGetProperty("dependencies", out JsonElement needs) ? [.. needs.EnumerateObject().Select(need => need.Name)] : []);
    }
}
