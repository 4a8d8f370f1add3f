namespace Policing.SchemaProof.Cases;

/// <summary>A schema under an address.</summary>
internal sealed record SchemaDocument(string Uri, string Text);
