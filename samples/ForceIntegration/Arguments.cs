using System.Diagnostics.CodeAnalysis;

namespace Policing.Samples.Force;

/// <summary>Where the partner is, and where our keys are.</summary>
internal sealed record Arguments(Uri Server, string Keys)
{
    public const string Help = """
        dotnet run --project samples/ForceIntegration [-- --server ADDRESS --keys FOLDER]

        --server   where samples/PartnerApi is; http://127.0.0.1:5080 unless told, exactly as it prints it
        --keys     the folder with the clients' keys; artifacts/partner-api/keys of the repository unless told
        """;

    public static bool TryRead(string[] args, [NotNullWhen(true)] out Arguments? arguments)
    {
        string server = "http://127.0.0.1:5080";
        // In artifacts of the repository, wherever it is started from.
        string keys = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "partner-api", "keys"));
        arguments = null;
        for (int i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length) return false;
            switch (args[i])
            {
                case "--server": server = args[i + 1]; break;
                case "--keys": keys = args[i + 1]; break;
                default: return false;
            }
        }
        if (!Uri.TryCreate(server, UriKind.Absolute, out Uri? address) || address.Scheme is not ("http" or "https") || !address.IsLoopback || address.AbsolutePath != "/") return false;
        arguments = new(address, keys);
        return true;
    }
}
