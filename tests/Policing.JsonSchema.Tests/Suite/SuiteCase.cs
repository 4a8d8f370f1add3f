namespace Policing.JsonSchema.Tests.Suite;

/// <summary>One case of the official suite.</summary>
internal sealed record SuiteCase(string Name, byte[] Schema, byte[] Data, bool Valid, bool AssertFormats);
