using System.Globalization;
using Policing.PolicyProof.Cedar;

const string usage = """
    usage: dotnet run --project eng/Policing.PolicyProof -- cedar [--cases 5000] [--seed 1] [--first 0]
      compares decisions and determining rules with Cedar; needs node, and npm ci --ignore-scripts in eng/cedar-peer
    """;

if (args.FirstOrDefault() is not "cedar")
{
    Console.Error.WriteLine(usage);
    return 2;
}
Dictionary<string, int> options = [];
for (int at = 1; at + 1 < args.Length; at += 2) options[args[at]] = int.Parse(args[at + 1], CultureInfo.InvariantCulture);
bool held = await CedarComparison.RunAsync(options.GetValueOrDefault("--seed", 1), options.GetValueOrDefault("--first", 0), options.GetValueOrDefault("--cases", 5000), Console.Out);
return held ? 0 : 1;
