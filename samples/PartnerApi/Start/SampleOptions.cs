using System.Globalization;
using System.Net;
using Policing.Ethics.Audit;
using Policing.Samples.Partner.Audit;

namespace Policing.Samples.Partner.Start;

/// <summary>What the command line says.</summary>
internal sealed record SampleOptions
{
    public const string Help = """
        Options of samples/PartnerApi, all of which can be left out:
          --port NUMBER               of loopback; 0 for one that is free
          --data FOLDER               records, keys, audit log
          --audit strict|buffered     an entry is durable before data is released, or within moments of it
          --calls-per-minute NUMBER   that each client may make
          --tls                       mutual TLS, tokens bound to certificates
          --test-tokens               tokens for the conformance kit, in files
          --live                      says that it is live, and has no records: to see that tools keep off
          --ConnectionStrings:Partner TEXT   PostgreSQL in place of a file
          --Trust:0:Issuer, --Trust:0:Agency, --Trust:0:Keys   a force whose officers are let in
        """;

    private const int UsualPort = 5080;
    private const int UsualTlsPort = 5443;
    private const int UsualCalls = 10_000;

    private static readonly string[] s_alone = ["--tls", "--test-tokens", "--live"];
    private static readonly string[] s_withValue = ["port", "data", "audit", "calls-per-minute"];
    // Sections that ASP.NET Core or the sample reads.
    private static readonly string[] s_sections = ["ConnectionStrings:", "Trust:", "Logging:"];

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

    /// <summary>How many calls each client may make in a minute; many, and not without end.</summary>
    public required int CallsPerMinute { get; init; }

    /// <summary>When a call may go on after its audit entry.</summary>
    public required AuditLogMode AuditMode { get; init; }

    /// <summary>Whether it says that it is live: to see that tools keep off. There are no records in it then, since all that it has are synthetic.</summary>
    public required bool IsLive { get; init; }

    public string TestTokensFolder => Path.Combine(Folder, "test-tokens");

    public string KeysFolder => Path.Combine(Folder, "keys");

    public string CurlTokenPath => Path.Combine(Folder, "curl-token");

    /// <summary>Reads them; the options <c>--tls</c>, <c>--test-tokens</c> and <c>--live</c> need no value.</summary>
    /// <exception cref="StartException">One is none of them, or has no value or a wrong one.</exception>
    public static SampleOptions Read(string[] args, IConfiguration configuration)
    {
        RequireKnown(Pairs(args));
        bool isMutualTls = args.Contains("--tls", StringComparer.Ordinal);
        return new()
        {
            Port = Whole(configuration["port"], isMutualTls ? UsualTlsPort : UsualPort, 0, IPEndPoint.MaxPort, "--port is a number from 0 to 65535."),
            Folder = Path.GetFullPath(configuration["data"] ?? s_usualFolder),
            IsMutualTls = isMutualTls,
            CallsPerMinute = Whole(configuration["calls-per-minute"], UsualCalls, 1, int.MaxValue, "--calls-per-minute is a number from 1."),
            AuditMode = AuditModes.Read(configuration["audit"]),
            IsLive = args.Contains("--live", StringComparer.Ordinal),
            WritesTestTokens = args.Contains("--test-tokens", StringComparer.Ordinal),
        };
    }

    /// <summary>The arguments without those that stand alone, for a reader that expects a value after each.</summary>
    public static string[] Pairs(string[] args) => [.. args.Where(argument => !s_alone.Contains(argument))];

    // A wrong word is nobody's option, and would be passed over in silence: the sample would run otherwise than was meant.
    private static void RequireKnown(string[] pairs)
    {
        for (int place = 0; place < pairs.Length; place++)
        {
            string[] parts = pairs[place].Split('=', 2);
            if (!parts[0].StartsWith("--", StringComparison.Ordinal) || !IsKnown(parts[0][2..])) throw new StartException($"Argument {place + 1} is no option of the sample.", isArgument: true);
            if (parts.Length == 1 && ++place == pairs.Length) throw new StartException("The last option has no value.", isArgument: true);
        }
    }

    private static bool IsKnown(string name) =>
        s_withValue.Contains(name, StringComparer.Ordinal) || Array.Exists(s_sections, section => name.StartsWith(section, StringComparison.OrdinalIgnoreCase));

    private static int Whole(string? text, int usual, int least, int most, string says)
    {
        if (text is null) return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most ? number : throw new StartException(says, isArgument: true);
    }
}
