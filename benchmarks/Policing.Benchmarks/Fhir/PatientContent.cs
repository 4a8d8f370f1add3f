namespace Policing.Benchmarks.Fhir;

/// <summary>What was read, in words that are of neither side, to show that both read the same.</summary>
internal sealed record PatientContent(string Version, string Holder, string Names, string Gender, string BirthDate, string Identifiers, string Address);
