namespace Policing.HostDrill.Servers;

/// <summary>A client that the sample knows.</summary>
/// <param name="Client">Its name at the issuer.</param>
/// <param name="Agency">The police force that it acts for.</param>
/// <param name="Tenant">The tenant that its tokens are of.</param>
internal sealed record PartyName(string Client, string Agency, string Tenant)
{
    public static IReadOnlyList<PartyName> All { get; } =
        [new("kent-rms", "kent", "sample"), new("essex-rms", "essex", "sample"), new("kent-training", "kent", "training"), new("essex-training", "essex", "training")];
}
