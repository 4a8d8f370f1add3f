using System.Text;
using Policing.SchemaProof.Cases;

namespace Policing.SchemaProof.Peers;

/// <summary>A case and what ours says of it: a letter for each instance.</summary>
internal sealed record JudgedCase(SchemaCase Case, string Ours)
{
    public const char Valid = '1';
    public const char Invalid = '0';
    public const char PatternTime = '?';

    /// <summary>The case of a number; null where references go round in a circle.</summary>
    public static JudgedCase? Random(int seed, int number) => CaseGenerator.Next(seed, number) is var (found, schema) ? new JudgedCase(found, Judge(found, schema)) : null;

    public static JudgedCase Of(SchemaCase found) => new(found, Judge(found, found.Compile()));

    private static string Judge(SchemaCase found, CompiledSchema schema) => string.Concat(found.Instances.Select((instance, place) =>
    {
        try
        {
            return Judge(schema, Encoding.UTF8.GetBytes(instance));
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"{exception.Message} {found.Describe(place)}", exception);
        }
    }));

    /// <summary>Verdict and report must agree, always.</summary>
    private static char Judge(CompiledSchema schema, byte[] instance)
    {
        SchemaReport report = schema.Report(instance);
        DocumentVerdict verdict = schema.Check(instance);
        if (report.Refusal is { Reason: RefusalReason.PatternTime } || verdict is DocumentVerdict.Refused)
        {
            return PatternTime;
        }
        return verdict == report.Verdict && verdict is DocumentVerdict.Valid == (report.ErrorCount == 0)
            ? verdict is DocumentVerdict.Valid ? Valid : Invalid
            : throw new InvalidOperationException($"Verdict and report differ: {verdict}, {report.Verdict} with {report.ErrorCount} errors.");
    }
}
