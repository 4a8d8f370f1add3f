namespace Policing.Conformance.Tests.Clients;

/// <summary>A client that is wrong in one way, on purpose, and what must catch it.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Requirement">The requirement that it breaks.</param>
/// <param name="Case">The case that must catch it.</param>
/// <param name="Reason">For which reason.</param>
/// <param name="Habit">What it does.</param>
internal sealed record ClientMutant(string Name, string Requirement, string Case, string Reason, Habit Habit);
