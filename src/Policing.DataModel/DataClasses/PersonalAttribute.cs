using Microsoft.Extensions.Compliance.Classification;

namespace Policing.DataModel.DataClasses;

/// <summary>Data class <c>personal</c>: relates to a person who is or can be identified. Source: DPA 2018 s.3(2).</summary>
public sealed class PersonalAttribute() : DataClassificationAttribute(PoliceDataClasses.Personal);
