namespace Policing.Ethics.Minimisation;

/// <summary>Says that a member is given in redacted form, and by which redactor. Immutable; equality is by content.</summary>
/// <param name="Member">The path of the member: a string or list of strings, or for a grid a point; <c>erase</c> takes any.</param>
/// <param name="Redactor">The redactor's name in the <see cref="Redaction.RedactorSet"/> that the minimiser is made with.</param>
public sealed record RedactionRule(string Member, string Redactor);
