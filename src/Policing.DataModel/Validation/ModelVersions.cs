namespace Policing.DataModel.Validation;

/// <summary>Judges model versions, <c>major.minor</c>.</summary>
internal static class ModelVersions
{
    private static readonly (int Major, int Minor) Own = TryRead(PoliceRecord.CurrentModelVersion, out int major, out int minor) ? (major, minor) : default;

    public static VersionAge AgeOf(string? version)
    {
        if (version is null or PoliceRecord.CurrentModelVersion) return VersionAge.Known;
        if (!TryRead(version, out int major, out int minor) || major != Own.Major) return VersionAge.Other;
        return minor > Own.Minor ? VersionAge.Later : VersionAge.Known;
    }

    private static bool TryRead(string text, out int major, out int minor)
    {
        minor = 0;
        int dot = text.IndexOf('.', StringComparison.Ordinal);
        major = 0;
        return dot is > 0 and <= 4 && text.Length - dot is >= 2 and <= 5
            && Ascii.TryNumber(text.AsSpan(0, dot), out major) && Ascii.TryNumber(text.AsSpan(dot + 1), out minor);
    }
}
