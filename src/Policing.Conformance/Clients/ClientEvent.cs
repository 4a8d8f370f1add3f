namespace Policing.Conformance.Clients;

/// <summary>One change, as the client gives it to its user. Immutable.</summary>
/// <param name="Id">The id of the event.</param>
/// <param name="Kind">What happened, as in <c>record.created.v1</c> between the dots; <c>unknown</c> for what the client does not know.</param>
/// <param name="Record">The id of the record.</param>
public sealed record ClientEvent(string Id, string Kind, string Record);
