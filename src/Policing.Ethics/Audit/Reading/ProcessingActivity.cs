namespace Policing.Ethics.Audit;

/// <summary>Uses of one kind, counted.</summary>
/// <param name="Purpose">The code of the purpose; null where none was stated.</param>
/// <param name="Basis">The code of the lawful basis.</param>
/// <param name="Operation">What was done.</param>
/// <param name="RecordType">With records of which type.</param>
/// <param name="Recipient">To whom data was given, as scheme and id.</param>
/// <param name="Uses">How often.</param>
public sealed record ProcessingActivity(string? Purpose, string? Basis, AccessOperation Operation, string? RecordType, string? Recipient, long Uses);
