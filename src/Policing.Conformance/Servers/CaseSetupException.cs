namespace Policing.Conformance.Servers;

/// <summary>What a case needs could not be made: another requirement says why.</summary>
internal sealed class CaseSetupException : Exception;
