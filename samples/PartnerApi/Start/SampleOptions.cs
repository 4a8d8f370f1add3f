namespace Policing.Samples.Partner.Start;

/// <summary>What the command line says: <c>--port</c>, <c>--data</c>, <c>--tls</c>, <c>--test-tokens</c>, <c>--live</c>.</summary>
internal sealed record SampleOptions
{
    private const int UsualPort = 5080;
    private const int UsualTlsPort = 5443;

    // In artifacts of the repository, wherever it is started from: dotnet run starts a web project in its own folder.
    private static readonly string s_usualFolder = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "partner-api");

    /// <summary>The port on loopback; 0 for one that is free.</summary>
    public required int Port { get; init; }

    /// <summary>The folder that records, keys and the token for curl are in.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether connections are mutual TLS, and tokens bound to the client's certificate.</summary>
    public required bool IsMutualTls { get; init; }

    /// <summary>Whether tokens for the conformance kit are written.</summary>
    public required bool WritesTestTokens { get; init; }

    /// <summary>Whether it says that it is live: to see that tools keep off. There are no records in it then, since all that it has are synthetic.</summary>
    public required bool IsLive { get; init; }

    public string TestTokensFolder => Path.Combine(Folder, "test-tokens");

    public string KeysFolder => Path.Combine(Folder, "keys");

    public string CurlTokenPath => Path.Combine(Folder, "curl-token");

    /// <summary>Reads them; the options <c>--tls</c>, <c>--test-tokens</c> and <c>--live</c> need no value.</summary>
    public static SampleOptions Read(string[] args, IConfiguration configuration)
    {
        bool isMutualTls = args.Contains("--tls", StringComparer.Ordinal);
        return new()
        {
            Port = configuration.GetValue("port", isMutualTls ? UsualTlsPort : UsualPort),
            Folder = Path.GetFullPath(configuration["data"] ?? s_usualFolder),
            IsMutualTls = isMutualTls,
            IsLive = args.Contains("--live", StringComparer.Ordinal),
            WritesTestTokens = args.Contains("--test-tokens", StringComparer.Ordinal),
        };
    }

    /// <summary>The arguments without those that stand alone, for a reader that expects a value after each.</summary>
    public static string[] Pairs(string[] args) => [.. args.Where(argument => argument is not ("--tls" or "--test-tokens" or "--live"))];
}
