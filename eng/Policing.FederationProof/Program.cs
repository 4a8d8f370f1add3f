using Policing.FederationProof;

// An officer's identity over two issuers of different makers: oidc-provider (npm) as the home force, the issuer of samples/PartnerApi as the partner's, Policing.Client between them. Fifty officers, two
// hundred flows at once: none is crossed. And what must be refused is refused, by its reason. Exit codes: 0 all held, 1 something did not, 2 the home force did not start.
using CancellationTokenSource safety = new(TimeSpan.FromMinutes(5));
try
{
    await using HomeForcePeer home = await HomeForcePeer.StartAsync(Path.Combine("eng", "federation-peer", "home-force.mjs"), safety.Token);
    await using Partner partner = await Partner.StartAsync(home.Issuer, home.Keys, safety.Token);
    await home.SignInAsync(partner.Issuer, officers: 50, safety.Token);
    string[] faults = [.. await Flows.RunAsync(partner, home.Officers, desks: 4, safety.Token), .. await Refusals.RunAsync(partner, home.Refused, safety.Token)];
    foreach (string fault in faults) Console.Error.WriteLine(fault);
    return faults.Length == 0 ? 0 : 1;
}
catch (HomeForceException missing)
{
    Console.Error.WriteLine(missing.Message);
    return 2;
}
