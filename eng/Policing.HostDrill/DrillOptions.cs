using System.Globalization;

namespace Policing.HostDrill;

/// <summary>What the command line says.</summary>
internal sealed record DrillOptions
{
    /// <summary><c>load</c>, <c>self-check</c> or <c>hidden-or-missing</c>.</summary>
    public required string Command { get; init; }

    /// <summary>How long is written and read.</summary>
    public int Seconds { get; init; } = 60;

    public int Seed { get; init; } = 1;

    /// <summary>After how many seconds the server is killed and started again, over and over; 0 for never.</summary>
    public int RestartEvery { get; init; }

    /// <summary>How many requests of each kind are timed.</summary>
    public int Requests { get; init; } = 2_000;

    public bool IsPostgreSql { get; init; }

    /// <summary>The options; null where they cannot be read.</summary>
    public static DrillOptions? Read(string[] args)
    {
        if (args.Length % 2 == 0 || args[0] is not ("load" or "self-check" or "hidden-or-missing")) return null;
        DrillOptions options = new() { Command = args[0] };
        for (int at = 1; at < args.Length; at += 2)
        {
            if (With(options, args[at], args[at + 1]) is not { } read) return null;
            options = read;
        }
        return options;
    }

    private static DrillOptions? With(DrillOptions options, string name, string value)
    {
        if (name == "--database") return value is "sqlite" or "postgresql" ? options with { IsPostgreSql = value == "postgresql" } : null;
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) return null;
        return name switch
        {
            "--seconds" => options with { Seconds = number },
            "--seed" => options with { Seed = number },
            "--restart" => options with { RestartEvery = number },
            "--requests" => options with { Requests = number },
            _ => null,
        };
    }
}
