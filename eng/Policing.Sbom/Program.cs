using Policing.Sbom;

// Writes the CycloneDX bill of materials of one package. The build calls it before it packs (src/Directory.Build.targets);
// eng/sbom-check checks the result against the published schema.
try
{
    SbomOptions options = SbomOptions.Parse(args);
    if (!File.Exists(options.LockFile))
    {
        throw new SbomException("The project has no packages.lock.json. Restore it, and commit the file.");
    }
    LockFile locked = LockFile.Read(File.ReadAllBytes(options.LockFile), options.Framework);
    RuntimeDependencies dependencies = RuntimeDependencies.Of(options, locked);
    Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.Output))!);
    File.WriteAllBytes(options.Output, CycloneDxDocument.Write(options.Subject, dependencies, new PackageLicences(options.PackagesFolder)));
    return 0;
}
catch (SbomException problem)
{
    // This form is what MSBuild turns into an error of the build.
    Console.Error.WriteLine($"Policing.Sbom : error SBOM1: {problem.Message}");
    return 1;
}
