namespace Policing.Ethics.Minimisation;

/// <summary>What a view gives of one record type.</summary>
/// <param name="IsBundle">Whether the type is the bundle.</param>
/// <param name="Node">The members.</param>
/// <param name="Extensions">The URIs of the extensions that are given, in UTF-8.</param>
/// <param name="ExtensionNode">The members of an extension.</param>
internal sealed record RecordPlan(bool IsBundle, ShareNode Node, byte[][] Extensions, ShareNode ExtensionNode)
{
    /// <summary>Every extension is given.</summary>
    public bool AnyExtension { get; init; }
}
