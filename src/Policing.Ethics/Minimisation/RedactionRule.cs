namespace Policing.Ethics.Minimisation;

/// <summary>Says that a member is given in redacted form, and by which redactor. Immutable; equality is by content.</summary>
/// <param name="Member">
/// The path of the member: text, or for a grid a point; <c>erase</c> takes any. Of a member that has members of its own every text below is
/// redacted and everything else erased, save what a rule of its own says.
/// </param>
/// <param name="Redactor">The redactor's name in the <see cref="Redaction.RedactorSet"/> that the minimiser is made with.</param>
public sealed record RedactionRule(string Member, string Redactor);
