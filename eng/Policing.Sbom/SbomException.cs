namespace Policing.Sbom;

/// <summary>A bill of materials could not be written; the message says what to do about it.</summary>
internal sealed class SbomException(string message) : Exception(message);
