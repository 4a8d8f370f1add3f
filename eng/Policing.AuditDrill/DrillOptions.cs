using System.Globalization;

namespace Policing.AuditDrill;

/// <summary>What the command line says.</summary>
internal sealed record DrillOptions(string Command, IReadOnlyDictionary<string, string> Values)
{
    public int Times => Number("times", 20);

    public int Seed => Number("seed", 1);

    public static DrillOptions Read(string[] args)
    {
        Dictionary<string, string> values = [];
        for (int at = 1; at + 1 < args.Length; at += 2) values[args[at].TrimStart('-')] = args[at + 1];
        return new(args.FirstOrDefault() ?? "", values);
    }

    public int Number(string name, int otherwise) =>
        Values.TryGetValue(name, out string? text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    public string Text(string name) => Values.TryGetValue(name, out string? text) ? text : throw new DrillException($"--{name} is missing.");
}
