namespace Policing.Sbom;

/// <summary>One entry of a packages.lock.json.</summary>
/// <param name="Id">The id as the lock file writes it: projects are in lower case there.</param>
/// <param name="IsProject">True for one of our own projects, which has neither a resolved version nor a hash.</param>
/// <param name="Version">The resolved version; null for a project.</param>
/// <param name="ContentHash">NuGet's SHA-512 over the package without its signature; null for a project.</param>
/// <param name="Needs">Ids of what the entry itself depends on.</param>
internal sealed record LockedDependency(
    string Id, bool IsProject, string? Version, byte[]? ContentHash, IReadOnlyList<string> Needs);
