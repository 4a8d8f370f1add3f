using Policing.DataModel.Completeness;

namespace Policing.Cli.Commands;

/// <summary>The completeness profiles that an option names.</summary>
internal static class ProfileOption
{
    /// <returns>Null where none are asked for.</returns>
    public static CompletenessProfiles? Read(string? named)
    {
        if (named is null) return null;
        if (named == "pole") return CompletenessProfiles.Pole;
        try
        {
            return CompletenessProfiles.Parse(File.ReadAllBytes(named));
        }
        catch (ProfileException trouble)
        {
            throw new UsageException($"the profiles are not right. {trouble.Message}", "docs/completeness.md has the form.");
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException("the file of profiles cannot be read.", "take the word pole, or name a file that is there and that you may read.");
        }
    }
}
