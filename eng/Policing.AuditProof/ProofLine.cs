namespace Policing.AuditProof;

/// <summary>A line for the checkers: an entry, and what shows that it is in the tree of a checkpoint. Bytes are base64.</summary>
internal sealed record ProofLine(string Index, string Size, string Entry, string[] Hashes, string Checkpoint);
