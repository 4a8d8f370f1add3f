namespace Policing.FederationProof;

/// <summary>What the home force, or one that nobody trusts, gave, and the partner must not take.</summary>
internal static class Refusals
{
    private static readonly Dictionary<string, string> s_reasons = new(StringComparer.Ordinal)
    {
        ["untrusted"] = "not by a force that this server trusts",
        ["wrong audience"] = "for another audience",
        ["unbound"] = "is not bound",
        ["expired"] = "has expired",
    };

    public static async Task<IReadOnlyList<string>> RunAsync(Partner partner, IReadOnlyDictionary<string, string> tokens, CancellationToken cancellationToken)
    {
        List<string> faults = [];
        foreach ((string kind, string reason) in s_reasons)
        {
            (string? error, string? description) = await partner.ExchangeAsync(tokens[kind], cancellationToken);
            // One is good for a second: until it is over it may be taken.
            for (int tries = 0; kind == "expired" && error is null && tries < 60; tries++)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
                (error, description) = await partner.ExchangeAsync(tokens[kind], cancellationToken);
            }
            if (error != "invalid_request" || description?.Contains(reason, StringComparison.Ordinal) != true) faults.Add($"{kind}: {error ?? "a token was given"}, {description}");
            else Console.WriteLine($"{kind}: refused, {description}");
        }
        return faults;
    }
}
