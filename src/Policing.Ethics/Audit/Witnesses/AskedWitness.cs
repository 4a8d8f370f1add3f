namespace Policing.Ethics.Audit;

/// <summary>A witness with an address that may be used.</summary>
internal sealed record AskedWitness(string Name, INoteVerifier Verifier, Uri AddCheckpoint)
{
    public static AskedWitness Of(PolicyWitness witness)
    {
        bool isAddress = Uri.TryCreate(witness.Address, UriKind.Absolute, out Uri? address);
        if (!isAddress || !IsSafe(address!) || address!.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new ArgumentException($"The address of witness {witness.Name} cannot be used: it must be https (http on this machine alone), without a user, a query or a fragment.", nameof(witness));
        return new(witness.Name, witness.Verifier, new Uri(address.AbsoluteUri.TrimEnd('/') + "/add-checkpoint"));
    }

    public WitnessAnswer Answer(WitnessOutcome outcome, ulong? size = null) => new() { Witness = Name, Outcome = outcome, Size = size };

    private static bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);
}
