namespace Policing.DataModel.Schemas;

/// <summary>What was given as a set of schemas is none. The message quotes nothing of it.</summary>
/// <param name="message">What is wrong, and what is expected.</param>
public sealed class SchemaSetException(string message) : Exception(message);
