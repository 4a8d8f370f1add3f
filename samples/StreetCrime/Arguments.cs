using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Policing.PoliceUk.Api;

namespace Policing.Samples.Streets;

/// <summary>What the user typed.</summary>
internal sealed record Arguments
{
    public const string Usage =
        """
        Usage: dotnet run --project samples/StreetCrime -- [options]

          --around <lat,lng>       the mile around a point, such as 51.4545,-2.5879
          --box <s,w,n,e>          or a rectangle; one with too many crimes is asked for in parts
          --month <YYYY-MM>        the month; the latest if not given
          --output <file>          the bundle; street-crime.json if not given
          --record <folder>        keeps the answers in a folder, too
          --offline [<folder>]     takes the answers from such a folder; the one of the sample, which was made by hand, if none is given
          --help                   this text

        Exit codes: 0 answered and written; 1 no answer, or it cannot be written; 2 wrong arguments; 130 cancelled.
        """;

    /// <summary>Where the sample's own recording was made for: on the equator, in the sea.</summary>
    private static readonly SearchArea AreaOfSample = SearchArea.Around(0.1m, -30.2m);

    public SearchArea Area { get; init; } = AreaOfSample;

    public DataMonth Month { get; init; }

    public string Output { get; init; } = "street-crime.json";

    public string? Record { get; init; }

    public string? Offline { get; init; }

    public bool Help { get; init; }

    public static bool TryRead(string[] args, [NotNullWhen(true)] out Arguments? arguments, [NotNullWhen(false)] out string? mistake)
    {
        (arguments, mistake) = (new Arguments(), null);
        var hasArea = false;
        for (var i = 0; i < args.Length && mistake is null; i++)
        {
            var value = i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? args[i + 1] : null;
            hasArea |= args[i] is "--around" or "--box";
            (arguments, mistake) = arguments.With(args[i], value);
            i += value is null ? 0 : 1;
        }

        if (mistake is null && !hasArea && arguments is { Offline: null, Help: false })
            mistake = "Give an area: --around or --box; or --offline for a look without the network.";
        if (mistake is not null)
            arguments = null;
        return mistake is null;
    }

    private (Arguments Arguments, string? Mistake) With(string option, string? value) => (option, value) switch
    {
        ("--around", { } text) when TryNumbers(text, 2, out var n) && TryArea(() => SearchArea.Around(n[0], n[1]), out var area) => (this with { Area = area }, null),
        ("--box", { } text) when TryNumbers(text, 4, out var n) && TryArea(() => SearchArea.Box(n[0], n[1], n[2], n[3]), out var area) => (this with { Area = area }, null),
        ("--month", { } text) when DataMonth.TryParse(text, null, out var month) => (this with { Month = month }, null),
        ("--output", { } file) => (this with { Output = file }, null),
        ("--record", { } folder) => (this with { Record = folder }, null),
        ("--offline", _) => (this with { Offline = value ?? Path.Combine(AppContext.BaseDirectory, "recorded") }, null),
        ("--help" or "-h", null) => (this with { Help = true }, null),
        ("--around" or "--box" or "--month" or "--output" or "--record", _) => (this, $"{option} needs a value as below."),
        _ => (this, "There is no such option, or it takes no value."),
    };

    private static bool TryNumbers(string text, int count, out decimal[] numbers)
    {
        var parts = text.Split(',');
        numbers = new decimal[count];
        if (parts.Length != count)
            return false;
        for (var i = 0; i < count; i++)
        {
            if (!decimal.TryParse(parts[i], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out numbers[i]))
                return false;
        }

        return true;
    }

    private static bool TryArea(Func<SearchArea> make, [NotNullWhen(true)] out SearchArea? area)
    {
        try
        {
            area = make();
            return true;
        }
        catch (ArgumentException)
        {
            area = null;
            return false;
        }
    }
}
