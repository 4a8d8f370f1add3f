using System.Collections.Immutable;
using System.Globalization;

namespace Policing.Testing;

/// <summary>A thousand telephone numbers that Ofcom keeps for drama: the digits after +44, less the last three.</summary>
internal sealed record DramaNumbers(string Area, string Beginning)
{
    private const int NumbersInRange = 1000;

    public static readonly ImmutableArray<DramaNumbers> Geographic =
    [
        new("Leeds", "1134960"), new("Sheffield", "1144960"), new("Nottingham", "1154960"), new("Leicester", "1164960"),
        new("Bristol", "1174960"), new("Reading", "1184960"), new("Birmingham", "1214960"), new("Edinburgh", "1314960"),
        new("Glasgow", "1414960"), new("Liverpool", "1514960"), new("Manchester", "1614960"), new("London", "2079460"),
        new("Tyneside, Durham and Sunderland", "1914980"), new("Northern Ireland", "2896496"), new("Cardiff", "2920180"),
        new("no area", "1632960"),
    ];

    public static readonly DramaNumbers Mobile = new("mobile", "7700900");

    public static readonly ImmutableArray<DramaNumbers> Special =
        [new("freephone", "8081570"), new("premium rate", "9098790"), new("UK-wide", "3069990")];

    public static IEnumerable<DramaNumbers> All => [.. Geographic, Mobile, .. Special];

    public string At(ulong number) => string.Create(CultureInfo.InvariantCulture, $"+44{Beginning}{number % NumbersInRange:D3}");

    /// <summary>Whether the digits after +44 are a number of the range.</summary>
    public bool Contains(ReadOnlySpan<char> digits) =>
        digits.Length == Beginning.Length + 3
        && digits.StartsWith(Beginning, StringComparison.Ordinal)
        && !digits.ContainsAnyExceptInRange('0', '9');

    public SafeRange ToRow() => new()
    {
        Identifier = SafeIdentifier.Telephone,
        Range = $"+44 {Beginning}000 to +44 {Beginning}999 ({Area})",
        Certainty = SafeRangeCertainty.Reserved,
        Source = "Ofcom, Telephone numbers for use in TV and radio drama programmes (ofcom.org.uk, numbers-for-drama). Read in published "
            + "copies of the list, not on Ofcom's own page.",
        Note = Area == "Northern Ireland"
            ? "Copies of earlier editions give 028 9018 0000 to 0999 instead; that range is not taken as safe here."
            : "",
    };
}
