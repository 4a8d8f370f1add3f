using Policing.CorpusGenerator;

// Writes tests/corpora and docs/findings.md; with --check, only says what is stale. What a person wrote there, README.md and the typical records, is read and left alone.
// Usage: dotnet run --project eng/Policing.CorpusGenerator [-- --check]
string root = Corpus.FindRoot(AppContext.BaseDirectory);
IReadOnlyList<CorpusFile> files = Corpus.Generate(root);
bool check = args.Contains("--check", StringComparer.Ordinal);

int stale = 0;
foreach (string path in Corpus.Stale(root, files, write: !check))
{
    Console.WriteLine($"{(check ? "stale" : "written")}: {path}");
    stale++;
}

Console.WriteLine($"{files.Count} generated files, {stale} {(check ? "stale" : "changed")}.");
return check && stale > 0 ? 1 : 0;
