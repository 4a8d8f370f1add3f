using Microsoft.Extensions.Compliance.Classification;

namespace Policing.DataModel.DataClasses;

/// <summary>Data class <c>criminal-allegation</c>: an alleged or proven offence. Source: DPA 2018 s.11(2).</summary>
public sealed class CriminalAllegationAttribute() : DataClassificationAttribute(PoliceDataClasses.CriminalAllegation);
