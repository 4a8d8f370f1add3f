namespace Policing.CorpusGenerator;

/// <summary>One file of the corpora: its path below tests/corpora, and its text.</summary>
internal sealed record CorpusFile(string Path, string Text);
