using Microsoft.Extensions.Compliance.Classification;

namespace Policing.DataModel.DataClasses;

/// <summary>Data class <c>officer</c>: identifies an officer or member of staff.</summary>
public sealed class OfficerAttribute() : DataClassificationAttribute(PoliceDataClasses.Officer);
