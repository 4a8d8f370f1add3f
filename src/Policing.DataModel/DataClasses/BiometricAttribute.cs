using Microsoft.Extensions.Compliance.Classification;

namespace Policing.DataModel.DataClasses;

/// <summary>Data class <c>biometric</c>: fingerprint, DNA or facial template, processed to identify. Source: DPA 2018 s.35(8)(b). Build and hair colour are personal.</summary>
public sealed class BiometricAttribute() : DataClassificationAttribute(PoliceDataClasses.Biometric);
