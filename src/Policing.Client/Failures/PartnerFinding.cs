using Policing.DataModel.Validation;

namespace Policing.Client;

/// <summary>What was found where in what was sent or received: a rule and a place, never a value. Immutable.</summary>
/// <param name="Rule">The rule's id, such as PSDK-COD-0002.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Pointer">The place, as in <see cref="Finding.Pointer"/>. Of a partner's pointer, names that the model does not define are written <c>~[?]</c>.</param>
public readonly record struct PartnerFinding(string Rule, Severity Severity, string Pointer)
{
    internal static PartnerFinding Of(Finding finding) => new(finding.Id, finding.Severity, finding.Pointer);

    /// <summary>The rule and the place.</summary>
    public override string ToString() => $"{Rule} {Severity} at '{Pointer}'";
}
