using Policing.ModelGenerator;

// Writes everything that follows from the C# records and the code lists; with --check, only says what is stale.
// Usage: dotnet run --project eng/Policing.ModelGenerator [-- --check]
string root = Repository.FindRoot(AppContext.BaseDirectory);
IReadOnlyList<GeneratedFile> files = ModelOutput.Generate(root);
bool check = args.Contains("--check", StringComparer.Ordinal);

int stale = 0;
foreach (string path in Repository.Stale(root, files, write: !check))
{
    Console.WriteLine($"{(check ? "stale" : "written")}: {path}");
    stale++;
}

Console.WriteLine($"{files.Count} generated files, {stale} {(check ? "stale" : "changed")}.");
return check && stale > 0 ? 1 : 0;
