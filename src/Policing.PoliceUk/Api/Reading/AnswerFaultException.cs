namespace Policing.PoliceUk.Api;

/// <summary>An answer cannot be read; it never leaves the client. The message is what the user is told.</summary>
internal sealed class AnswerFaultException(string explanation) : Exception(explanation);
