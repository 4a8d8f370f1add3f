namespace Policing.Testing;

/// <summary>A crime as a street file shows it.</summary>
internal readonly record struct StreetCrime(string Id, SyntheticPlace Place, string CrimeType, string LastOutcome);
