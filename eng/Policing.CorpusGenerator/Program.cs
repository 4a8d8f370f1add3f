using Policing.CorpusGenerator;
using Policing.ModelGenerator;

// Writes tests/corpora and docs/findings.md; with --check, only says what is stale. What a person wrote there, README.md and the typical records, is read and left alone.
// Usage: dotnet run --project eng/Policing.CorpusGenerator [-- --check]
string root = Repository.FindRoot(AppContext.BaseDirectory);
IReadOnlyList<GeneratedFile> files = Corpus.Generate(root);
bool check = args.Contains("--check", StringComparer.Ordinal);
return Repository.Report(files, Corpus.Stale(root, files, write: !check), check);
