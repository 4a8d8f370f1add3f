using Microsoft.Extensions.Compliance.Classification;

namespace Policing.DataModel.DataClasses;

/// <summary>Data class <c>operational</c>: police business that is not about a person: references, systems, places of work.</summary>
public sealed class OperationalAttribute() : DataClassificationAttribute(PoliceDataClasses.Operational);
