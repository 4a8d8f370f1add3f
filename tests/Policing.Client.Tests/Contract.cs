namespace Policing.Client.Tests;

/// <summary>The contract, where it is in the repository.</summary>
internal static class Contract
{
    public static string Path { get; } = System.IO.Path.Combine(Root(), "schemas", "openapi", "partner-api.v1.json");

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "PolicingSdk.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The solution is not above the tests.");
    }
}
