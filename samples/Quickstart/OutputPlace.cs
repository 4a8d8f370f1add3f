using System.Globalization;

namespace Policing.Samples.Quickstart;

/// <summary>Where the output goes when the user does not say: a new folder each time.</summary>
internal static class OutputPlace
{
    public const string Root = "quickstart-output";

    public static string Next()
    {
        var last = 0;
        if (Directory.Exists(Root))
        {
            foreach (var folder in Directory.EnumerateFileSystemEntries(Root, "run-*"))
            {
                if (int.TryParse(Path.GetFileName(folder).AsSpan("run-".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    last = Math.Max(last, number);
            }
        }

        return Path.Combine(Root, string.Create(CultureInfo.InvariantCulture, $"run-{last + 1:000}"));
    }
}
