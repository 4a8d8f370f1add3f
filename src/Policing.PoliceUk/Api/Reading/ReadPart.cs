namespace Policing.PoliceUk.Api;

/// <summary>Reads an object whose first token is the current one.</summary>
internal delegate T ReadPart<out T>(ref AnswerReader reader);
