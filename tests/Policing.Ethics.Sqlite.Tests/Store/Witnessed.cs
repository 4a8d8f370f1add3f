using System.Text;
using Policing.Ethics.Audit;
using Policing.Ethics.Ed25519;
using Policing.Testing;

namespace Policing.Ethics.Sqlite.Tests.Store;

/// <summary>A witness in memory of the log of a folder, and what asks it.</summary>
internal sealed class Witnessed : IDisposable
{
    private readonly LogFolder _folder;
    private readonly Ed25519Cosigner _cosigner;

    public Witnessed(LogFolder folder)
    {
        _folder = folder;
        using SigningKey key = Ed25519Keys.NewWitnessKey("witness.example/w");
        _cosigner = new(key, folder.Time);
        Witness = new(_cosigner, [folder.Signer.VerifierKey.ToVerifier()]);
        Policy = PolicyWith();
        Http = new(Witness, disposeHandler: false);
        Client = new(Http, Policy);
    }

    public TestWitness Witness { get; }

    public HttpClient Http { get; }

    public WitnessPolicy Policy { get; }

    public WitnessClient Client { get; }

    public WitnessPolicy PolicyWith(params EcdsaNoteSigner[] more)
    {
        string logs = string.Concat(more.Prepend(_folder.Signer).Select(signer => $"log {signer.VerifierKey}\n"));
        byte[] file = Encoding.UTF8.GetBytes($"{logs}witness w {_cosigner.VerifierKey} https://witness.example/\nquorum w\n");
        Assert.Equal(WitnessPolicyFault.None, WitnessPolicy.TryParse(file, new Ed25519Verifier(), out WitnessPolicy? policy, out _));
        return policy!;
    }

    public void Dispose()
    {
        Http.Dispose();
        Witness.Dispose();
    }
}
