namespace Policing.Samples.Partner.Identity;

/// <summary>A client of the sample: for which agency it acts, and what its officers may do. Its secret is made at each start and printed.</summary>
internal sealed record TestClient(string Id, string Agency, string Secret, string[] Roles);
