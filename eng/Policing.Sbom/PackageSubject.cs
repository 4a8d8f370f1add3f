namespace Policing.Sbom;

/// <summary>The package that a bill of materials is about.</summary>
/// <param name="Id">The package id, in the letter case in which it is published.</param>
/// <param name="Version">The full version, prerelease label included.</param>
/// <param name="Licence">Its licence, or null where the package states none.</param>
internal sealed record PackageSubject(string Id, string Version, Licence? Licence);
