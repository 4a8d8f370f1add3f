using Policing.Samples.Partner.Start;

namespace Policing.Samples.Partner.Identity;

/// <summary>A force whose word on its officers is taken: its issuer, exactly as its tokens have it, its agency, and where its public keys are (a file, or an address on loopback).</summary>
internal sealed record HomeForce(string Issuer, string Agency, string Keys)
{
    /// <summary>The forces of the section <c>Trust</c>; nobody unless told.</summary>
    /// <exception cref="StartException">One is not complete.</exception>
    public static IReadOnlyList<HomeForce> Read(IConfiguration configuration)
    {
        HomeForce[] forces = [.. configuration.GetSection("Trust").GetChildren().Select(Read)];
        return forces.DistinctBy(force => force.Issuer).Count() == forces.Length ? forces : throw new StartException("Trust names an issuer twice.");
    }

    private static HomeForce Read(IConfigurationSection section)
    {
        string Need(string name) => section[name] is { Length: > 0 } value
            ? value
            : throw new StartException($"{section.Path}:{name} is missing. A trusted force has an Issuer, an Agency, and Keys: a file with its JWKS, or its address on loopback.");
        HomeForce force = new(Need(nameof(Issuer)), Need(nameof(Agency)), Need(nameof(Keys)));
        if (force.KeysAddress is null && !File.Exists(force.Keys)) throw new StartException($"{section.Path}:Keys is neither a file that is there nor an address on loopback.");
        return force;
    }

    /// <summary>The address of the keys; null where they are in a file.</summary>
    public Uri? KeysAddress =>
        Uri.TryCreate(Keys, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" && address.IsLoopback ? address : null;
}
