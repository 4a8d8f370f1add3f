namespace Policing.Samples.Partner.Identity;

/// <summary>A client of the sample: for which agency it acts, and what its officers may do. It proves itself with the key in <see cref="ClientKeys"/>.</summary>
internal sealed record TestClient(string Id, string Agency, string[] Roles)
{
    /// <summary>Whose records it has to do with; another tenant's are not there for it.</summary>
    public string Tenant { get; init; } = "sample";
}
