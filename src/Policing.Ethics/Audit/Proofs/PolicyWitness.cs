namespace Policing.Ethics.Audit;

/// <summary>A line of a policy with a witness. The address is as the line has it, unchecked.</summary>
internal sealed record PolicyWitness(string Name, INoteVerifier Verifier, string? Address);
