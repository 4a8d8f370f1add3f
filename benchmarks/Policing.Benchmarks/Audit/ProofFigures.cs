using System.Buffers.Binary;
using System.Diagnostics;
using Policing.Benchmarks.Quick;
using Policing.Ethics.Audit;

namespace Policing.Benchmarks.Audit;

/// <summary>What proofs cost in a tree of a million entries, held in memory.</summary>
internal static class ProofFigures
{
    private const int Entries = 1_000_000;
    private const int Samples = 20_001;
    private const double MostMicroseconds = 100;
    private static readonly MerkleTree Tree = new();

    public static void Prepare()
    {
        byte[] entry = new byte[sizeof(int)];
        while (Tree.Size < Entries)
        {
            BinaryPrimitives.WriteInt32BigEndian(entry, (int)Tree.Size);
            Tree.Append(MerkleHash.OfLeaf(entry));
        }
    }

    public static void Run(FigureSheet sheet)
    {
        MerkleHash root = Tree.Root();
        Add(sheet, "audit.proof.inclusion", index => Tree.InclusionProof(index, Entries).Count > 0);
        Add(sheet, "audit.proof.consistency", index => Tree.ConsistencyProof(index + 1, Entries).Count > 0);
        // With making the proof, which is the smaller part.
        Add(sheet, "audit.proof.verified", index => MerkleProof.VerifyInclusion(Tree.Leaf(index), index, Entries, [.. Tree.InclusionProof(index, Entries)], root));
    }

    private static void Add(FigureSheet sheet, string name, Func<ulong, bool> prove)
    {
        Random random = new(1);
        double[] samples = new double[Samples];
        for (int pass = 0; pass < 2; pass++)
        {
            for (int sample = 0; sample < Samples; sample++)
            {
                ulong index = (ulong)random.Next(Entries - 1);
                long start = Stopwatch.GetTimestamp();
                bool isProved = prove(index);
                samples[sample] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                if (!isProved) throw new InvalidOperationException("A proof of the benchmark proves nothing.");
            }
        }
        Array.Sort(samples);
        sheet.Add(new(name, samples[Samples / 2], MostMicroseconds, " µs", $"p99 {samples[Samples * 99 / 100]:0.0} µs, tree of {Entries} in memory"));
    }
}
