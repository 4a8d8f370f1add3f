using Microsoft.Extensions.Compliance.Classification;

namespace Policing.DataModel.DataClasses;

/// <summary>Data class <c>public</c>: may be published; says nothing of a person.</summary>
public sealed class PublicAttribute() : DataClassificationAttribute(PoliceDataClasses.Public);
