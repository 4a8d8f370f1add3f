using System.Diagnostics;

namespace Policing.Benchmarks;

/// <summary>A program of the repository as its users get it.</summary>
internal static class PublishedProgram
{
    /// <summary>Publishes a project for release. Where that fails its own words say why, and the program is not there.</summary>
    public static void Publish(string project, string output)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "publish", Path.Combine(Repository.Root, project), "-c", "Release", "-o", output, "-v", "quiet", "--nologo" },
            UseShellExecute = false,
        })!;
        process.WaitForExit();
    }
}
