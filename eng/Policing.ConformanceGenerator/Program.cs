using Policing.ConformanceGenerator;
using Policing.ModelGenerator;

// Writes schemas/conformance/requirements.json and .csv and docs/conformance/requirements.md; with --check, only says what is stale. The requirements of
// programs and clients are people's, in programs.json and clients.json beside this; those of documents come from the validator's rules and the strict schemas.
// Usage: dotnet run --project eng/Policing.ConformanceGenerator [-- --check]
string root = Repository.FindRoot(AppContext.BaseDirectory);
IReadOnlyList<GeneratedFile> files = RequirementFiles.Generate(root);
bool check = args.Contains("--check", StringComparer.Ordinal);
return Repository.Report(files, Repository.Stale(root, files, [], write: !check), check);
