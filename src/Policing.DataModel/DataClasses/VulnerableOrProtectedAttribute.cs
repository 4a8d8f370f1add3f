using Microsoft.Extensions.Compliance.Classification;

namespace Policing.DataModel.DataClasses;

/// <summary>Data class <c>vulnerable-or-protected</c>: tells of vulnerability or protection: a child, a victim at risk, a protected address.</summary>
public sealed class VulnerableOrProtectedAttribute() : DataClassificationAttribute(PoliceDataClasses.VulnerableOrProtected);
