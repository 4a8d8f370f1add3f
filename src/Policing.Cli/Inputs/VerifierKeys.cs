using System.Text;
using Policing.Ethics.Audit;
using Policing.Ethics.Ed25519;

namespace Policing.Cli.Inputs;

/// <summary>Public keys as arguments give them: the text itself, or a file with one on each line.</summary>
internal static class VerifierKeys
{
    private const int MostBytes = 64 << 10;

    public static Ed25519Verifier Ed25519 { get; } = new();

    public static IReadOnlyList<VerifierKey> Read(IReadOnlyList<string> given)
    {
        if (given.Count == 0) throw new UsageException("no key is given.", "give the log's or the supplier's public key with --key: its text, name+id+base64, or a file with it, from where you keep it and not from whoever is to be checked.");
        List<VerifierKey> keys = [];
        foreach (string one in given) keys.AddRange(VerifierKey.TryParse(one, out VerifierKey? key) == NoteFault.None ? [key!] : OfFile(one));
        return keys;
    }

    public static INoteVerifier[] Verifiers(IReadOnlyList<VerifierKey> keys)
    {
        try
        {
            return [.. keys.Select(static key => key.ToVerifier(Ed25519))];
        }
        catch (NotSupportedException)
        {
            throw new UsageException("a key is of a type that this tool does not verify.", "keys are ECDSA P-256 or Ed25519.");
        }
    }

    /// <summary>The policy of a file, or one that believes these keys and asks for no witnesses.</summary>
    public static WitnessPolicy Policy(string? path, IReadOnlyList<string> keys)
    {
        byte[] text = path is not null
            ? InputBytes.Read(path, "the file of the policy", MostBytes)
            : Encoding.UTF8.GetBytes(string.Concat(Read(keys).Select(static key => $"log {key}\n")) + "quorum none\n");
        return WitnessPolicy.TryParse(text, Ed25519, out WitnessPolicy? policy, out int line) == WitnessPolicyFault.None
            ? policy!
            : throw new UsageException(FormattableString.Invariant($"{(path is null ? "the keys are" : "the file of the policy is")} not right, line {line}."), "docs/audit-keys.md has the form.");
    }

    private static List<VerifierKey> OfFile(string path)
    {
        List<VerifierKey> keys = [];
        foreach (string line in Encoding.UTF8.GetString(InputBytes.Read(path, "a key", MostBytes)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            keys.Add(VerifierKey.TryParse(line, out VerifierKey? key) == NoteFault.None ? key! : throw new UsageException("a file of keys has a line that is no public key.", "a public key is name+id+base64; 'policing key show' prints that of a key file."));
        return keys.Count > 0 ? keys : throw new UsageException("a file of keys is empty.", "put the public key in it, one on each line.");
    }
}
