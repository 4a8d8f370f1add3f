namespace Policing.Client;

/// <summary>Reads an answer that counts.</summary>
/// <exception cref="AnswerFaultException">It cannot be used.</exception>
internal delegate T ReadAnswer<out T, in TState>(in Answer answer, TState state);
