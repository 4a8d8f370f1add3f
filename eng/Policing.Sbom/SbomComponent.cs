namespace Policing.Sbom;

/// <summary>One thing that users of the package get with it.</summary>
/// <param name="Id">The package id in its published letter case.</param>
/// <param name="Version">The resolved version; for our own packages, that of the release.</param>
/// <param name="IsOwn">True for a package of this solution.</param>
/// <param name="ContentHash">NuGet's content hash (SHA-512); null for our own, which are built beside this one.</param>
/// <param name="Needs">What it depends on, by package URL, sorted.</param>
internal sealed record SbomComponent(string Id, string Version, bool IsOwn, byte[]? ContentHash, IReadOnlyList<string> Needs)
{
    public string Url => PackageUrl(Id, Version);

    /// <summary>The package URL of a NuGet package, which also names it inside the document.</summary>
    public static string PackageUrl(string id, string version) =>
        $"pkg:nuget/{Uri.EscapeDataString(id)}@{Uri.EscapeDataString(version)}";
}
