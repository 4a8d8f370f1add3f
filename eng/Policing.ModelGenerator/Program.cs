using Policing.ModelGenerator;
using Policing.ModelGenerator.Site;

// Writes everything that follows from the C# records and the code lists; with --check, only says what is stale.
// Usage: dotnet run --project eng/Policing.ModelGenerator [-- --check]
//        dotnet run --project eng/Policing.ModelGenerator -- --keep v1.0.0   keeps the model as that of this release, for the page of changes
string root = Repository.FindRoot(AppContext.BaseDirectory);
if (args is ["--keep", string release])
{
    GeneratedFile[] kept = [.. ModelSnapshot.Keep(root, release)];
    return Repository.Report(kept, Repository.Stale(root, kept, present: [], write: true), check: false);
}

IReadOnlyList<GeneratedFile> files = ModelOutput.Generate(root);
bool check = args.Contains("--check", StringComparer.Ordinal);
return Repository.Report(files, ModelOutput.Stale(root, files, write: !check), check);
