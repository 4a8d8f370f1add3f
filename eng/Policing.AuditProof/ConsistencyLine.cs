namespace Policing.AuditProof;

/// <summary>A line for the checkers: what shows that a tree began as an earlier one. Bytes are base64.</summary>
internal sealed record ConsistencyLine(string OldSize, string Size, string OldRoot, string Root, string[] Hashes);
