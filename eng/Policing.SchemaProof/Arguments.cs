using System.Globalization;
using Policing.SchemaProof.Fuzz;
using Policing.SchemaProof.Peers;
using Policing.SchemaProof.SecondOpinion;

namespace Policing.SchemaProof;

/// <summary>The commands of this program. Each takes <c>--seed N</c> and prints it; the same seed gives the same cases.</summary>
internal static class Arguments
{
    private const string Usage = """
        usage: dotnet run --project eng/Policing.SchemaProof -- COMMAND [--name value]…
          peers           [--cases 2000] [--seed 1] [--first 0]   compares with ajv and @hyperjump/json-schema; needs node, and npm ci in eng/json-schema-peers
          second-opinion  [--schemas 3000] [--seed 1] [--first 0] compares with NJsonSchema, where that can be relied on
          fuzz            [--seconds 60] [--seed 1] [--first 0]   random and mutated documents and schemas
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        Dictionary<string, double> options = [];
        for (int at = 1; at + 1 < args.Length; at += 2)
        {
            options[args[at]] = double.Parse(args[at + 1], CultureInfo.InvariantCulture);
        }
        int Option(string name, int otherwise) => (int)options.GetValueOrDefault(name, otherwise);
        int seed = Option("--seed", 1);
        switch (args.FirstOrDefault())
        {
            case "peers":
                return await PeerComparison.RunAsync(seed, Option("--first", 0), Option("--cases", 2000), Console.Out) ? 0 : 1;
            case "second-opinion":
                return await SecondOpinionComparison.RunAsync(seed, Option("--first", 0), Option("--schemas", 3000), Console.Out) ? 0 : 1;
            case "fuzz":
                return FuzzRun.Run(seed, Option("--first", 0), TimeSpan.FromSeconds(Option("--seconds", 60)), extremes: true, Console.Out) ? 0 : 1;
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }
}
