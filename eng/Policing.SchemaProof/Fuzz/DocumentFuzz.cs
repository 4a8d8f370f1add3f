using System.Text;
using Policing.SchemaProof.Cases;

namespace Policing.SchemaProof.Fuzz;

/// <summary>Documents of all kinds of badness, against a schema that takes all and against random ones.</summary>
internal static class DocumentFuzz
{
    private const int DocumentsPerRound = 25;

    private static readonly CompiledSchema s_any = CompiledSchema.Compile("true"u8, new SchemaOptions { Limits = new DocumentLimits { MaxDepth = 60 } });

    public static void Round(Random random, FuzzCounts counts)
    {
        if (CaseGenerator.Next(random.Next(), random.Next(1_000_000)) is not var (found, schema))
        {
            return;
        }
        for (int time = 0; time < DocumentsPerRound; time++)
        {
            byte[] document = Document(random, found);
            CheckText(document);
            SchemaReport report = Judgement.Of(schema, document, () => found.Schema + "\n" + FuzzException.Show(document));
            counts.Add(report.Verdict);
        }
    }

    private static byte[] Document(Random random, SchemaCase found)
    {
        byte[] near = Encoding.UTF8.GetBytes(found.Instances.Count == 0 ? "{}" : found.Instances[random.Next(found.Instances.Count)]);
        return random.Next(8) switch
        {
            0 => Bytes.Random(random),
            1 => Bytes.OfPieces(random),
            2 => Encoding.UTF8.GetBytes(Bytes.Value(random, 4)),
            3 => near,
            _ => Bytes.Changed(random, near),
        };
    }

    /// <summary>What is JSON for the base library is JSON for ours, and the other way round.</summary>
    private static void CheckText(byte[] document)
    {
        RefusalReason? ours = Judgement.Of(s_any, document, () => FuzzException.Show(document)).Refusal?.Reason;
        RefusalReason? theirs = JsonOracle.Reason(document);
        bool agree = ours switch
        {
            null => theirs is null,
            RefusalReason.NotUtf8 => theirs is RefusalReason.NotUtf8,
            RefusalReason.NotJson => theirs is RefusalReason.NotJson,
            // The first fault on the way counts, and there can be more behind it.
            RefusalReason.LoneSurrogate or RefusalReason.DuplicateName => theirs is RefusalReason.LoneSurrogate or RefusalReason.DuplicateName or RefusalReason.NotJson,
            RefusalReason.TooDeep => true,
            _ => false,
        };
        Judgement.Demand(agree, $"ours says {ours}, the base library {theirs}", () => FuzzException.Show(document));
    }
}
