namespace Policing.Conformance.Evidence;

/// <summary>A product declaration is not what it should be. The message names the place and quotes nothing.</summary>
public sealed class ProductDeclarationException : Exception
{
    internal ProductDeclarationException(string message)
        : base(message)
    {
    }
}
