namespace Policing.Ethics.Audit;

/// <summary>Witnesses and groups of which so many must have signed.</summary>
internal sealed record WitnessGroup(int Threshold, string[] Members);
