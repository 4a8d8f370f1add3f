namespace Policing.DataModel.Tests.Corpora;

/// <summary>An instance, and whether a schema accepts it.</summary>
internal sealed record SchemaCase(string Description, byte[] Data, bool Valid);
