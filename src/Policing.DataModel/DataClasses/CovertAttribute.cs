using Microsoft.Extensions.Compliance.Classification;

namespace Policing.DataModel.DataClasses;

/// <summary>Data class <c>covert</c>: could expose a source, a technique or an operation.</summary>
public sealed class CovertAttribute() : DataClassificationAttribute(PoliceDataClasses.Covert);
