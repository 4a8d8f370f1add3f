using Policing.Conformance.Targets;

namespace Policing.Conformance.Tests.Mutants;

/// <summary>A program that is wrong in one way, on purpose, and what must catch it.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Requirement">The requirement that it breaks.</param>
/// <param name="Case">A case that must catch it.</param>
/// <param name="Reason">For which reason.</param>
/// <param name="Target">The program.</param>
internal sealed record Mutant(string Name, string Requirement, string Case, string Reason, IConformanceTarget Target);
