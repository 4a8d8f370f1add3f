namespace Policing.Conformance.Evidence;

/// <summary>What an input was, without what was in it. Immutable.</summary>
/// <param name="Number">Its number from 1.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">The SHA-256 of all its bytes, in lower-case hexadecimal.</param>
public sealed record InputDigest(int Number, long Bytes, string Sha256);
