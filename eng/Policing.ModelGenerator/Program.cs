using Policing.ModelGenerator;

// Writes everything that follows from the C# records and the code lists; with --check, only says what is stale.
// Usage: dotnet run --project eng/Policing.ModelGenerator [-- --check]
string root = Repository.FindRoot(AppContext.BaseDirectory);
IReadOnlyList<GeneratedFile> files = ModelOutput.Generate(root);
bool check = args.Contains("--check", StringComparer.Ordinal);
return Repository.Report(files, ModelOutput.Stale(root, files, write: !check), check);
