using Microsoft.Extensions.Compliance.Classification;

namespace Policing.DataModel.DataClasses;

/// <summary>Data class <c>sensitive</c>: sensitive in the sense of DPA 2018 s.35(8): racial or ethnic origin, beliefs, health, sex life or orientation.</summary>
public sealed class SensitiveAttribute() : DataClassificationAttribute(PoliceDataClasses.Sensitive);
