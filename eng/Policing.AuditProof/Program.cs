using System.Globalization;
using Policing.AuditProof;

const string usage = """
    usage: dotnet run --project eng/Policing.AuditProof -- write FOLDER [--entries 70000] [--seed 1]
      writes a log as static tiles, checkpoints, proofs and keys, for checkers that are not ours: eng/sumdb-peer (Go) and eng/sigstore-peer (node)
    """;

if (args is not ["write", { Length: > 0 } folder, ..] || args.Length % 2 != 0)
{
    Console.Error.WriteLine(usage);
    return 2;
}
Dictionary<string, int> options = [];
for (int at = 2; at + 1 < args.Length; at += 2) options[args[at]] = int.Parse(args[at + 1], CultureInfo.InvariantCulture);
ProofFolder proofs = new(folder, options.GetValueOrDefault("--entries", 70_000), options.GetValueOrDefault("--seed", 1));
return await proofs.WriteAsync(Console.Out) ? 0 : 1;
