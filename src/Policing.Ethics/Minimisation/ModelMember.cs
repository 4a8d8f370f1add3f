using Microsoft.Extensions.Compliance.Classification;
using Policing.DataModel.DataClasses;

namespace Policing.Ethics.Minimisation;

/// <summary>One member of a record or part, as the model defines it.</summary>
internal sealed record ModelMember(string Name, DataClassification Class, MemberShape Shape, MemberKind Kind, string? Part)
{
    /// <summary>Sensitive in the sense of DPA 2018 s.35(8): its processing needs a condition and a policy document.</summary>
    public bool IsSensitive => Class == PoliceDataClasses.Sensitive || Class == PoliceDataClasses.Biometric;

    public bool IsCovert => Class == PoliceDataClasses.Covert;

    /// <summary>A single or many strings, that a redactor of text can take.</summary>
    public bool IsText => Kind is MemberKind.String or MemberKind.Text or MemberKind.Code && Shape != MemberShape.Map;
}
