using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.PoliceUk.Api;

namespace Policing.Samples.Streets;

/// <summary>How many crimes of each category and outcome.</summary>
internal sealed record Summary(DataMonth Month, int Count, IReadOnlyList<(string Name, int Count)> Categories, IReadOnlyList<(string Name, int Count)> Outcomes)
{
    private const int LongestBar = 40;

    public static Summary Of(ValueList<StreetCrime> crimes, DataMonth month) => new(
        month,
        crimes.Count,
        Counted(crimes.Select(crime => Label("crime-category", crime.Category))),
        Counted(crimes.Where(crime => crime.Category != "anti-social-behaviour").Select(Outcome)));

    public void Write(TextWriter output)
    {
        output.WriteLine($"{Month}: {Count} crimes and incidents");
        WriteChart(output, "By category", Categories);
        WriteChart(output, "By latest outcome, without anti-social behaviour, which has none", Outcomes);
    }

    private static string Outcome(StreetCrime crime) => crime.OutcomeStatus?.Category is not { } text
        ? "none yet"
        : ReferenceData.BuiltIn.FindMapped("outcome-category", "data.police.uk", text)?.Label ?? "in no list";

    private static string Label(string list, string? code) =>
        code is null ? "none given" : ReferenceData.BuiltIn.Find(list, code)?.Label ?? "in no list";

    private static List<(string Name, int Count)> Counted(IEnumerable<string> names) =>
        [.. names.CountBy(name => name).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value))];

    private static void WriteChart(TextWriter output, string title, IReadOnlyList<(string Name, int Count)> bars)
    {
        output.WriteLine();
        output.WriteLine(title);
        var widest = bars.Select(bar => bar.Name.Length).DefaultIfEmpty().Max();
        var most = bars.Select(bar => bar.Count).DefaultIfEmpty(1).Max();
        foreach (var (name, count) in bars)
            output.WriteLine($"  {name.PadRight(widest)} {new string('#', Math.Max(1, count * LongestBar / most))} {count}");
        output.WriteLine();
    }
}
