using Microsoft.Extensions.Compliance.Classification;

namespace Policing.Ethics.Minimisation;

/// <summary>Says that members of a data class are given in redacted form, and by which redactor. Immutable; equality is by content.</summary>
/// <param name="Class">A data class of the model.</param>
/// <param name="Redactor">The name of a redactor of text in the <see cref="Redaction.RedactorSet"/> that the minimiser is made with.</param>
public sealed record ClassRedaction(DataClassification Class, string Redactor);
