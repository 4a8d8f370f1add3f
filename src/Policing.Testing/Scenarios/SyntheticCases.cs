using System.Buffers;
using Policing.DataModel;
using Policing.DataModel.Codes;
using Policing.DataModel.Json;

namespace Policing.Testing;

/// <summary>
/// Whole cases that never happened, by scenario and number: linked, plausible, valid, and with all that the POLE profiles ask for. The same seed gives the same
/// bytes on every machine, in any order and on any number of threads, in every release that does not say otherwise in its change log. Immutable.
/// </summary>
/// <remarks>
/// Identifiers, postcodes and points are from <see cref="SafeRanges"/>. Every record says that it is invented: its source is <c>Policing.Testing</c>, its purpose
/// testing a system, and the header of a file and every bundle are a test.
/// </remarks>
public sealed class SyntheticCases
{
    private const int FlushBytes = 64 << 10;
    private static readonly SyntheticScenario[] Scenarios = Enum.GetValues<SyntheticScenario>();

    private readonly RecordStamp stamp;

    /// <summary>A set of cases.</summary>
    /// <param name="seed">Another seed gives other cases, with other ids.</param>
    public SyntheticCases(ulong seed = 1) => stamp = new(seed);

    /// <summary>A case.</summary>
    /// <param name="scenario">What happens in it.</param>
    /// <param name="number">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scenario is none, or the number below 0 or above 2⁵⁶.</exception>
    public ScenarioCase Case(SyntheticScenario scenario, long number)
    {
        if (!Enum.IsDefined(scenario))
        {
            throw new ArgumentOutOfRangeException(nameof(scenario));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 1L << 56);
        return new() { Scenario = scenario, Number = number, Records = ScenarioMaker.Make(stamp, scenario, number) };
    }

    /// <summary>Case n of all scenarios in turn: 0 is burglary 0, 1 domestic abuse 0, …, 6 burglary 1.</summary>
    /// <param name="number">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 0 or above 2⁵⁶.</exception>
    public ScenarioCase Case(long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        return Case(Scenarios[number % Scenarios.Length], number / Scenarios.Length);
    }

    /// <summary>
    /// A case as a bundle that is a test; as a submission it has a sender and a recipient.
    /// </summary>
    /// <param name="made">The case; change it with <c>with</c> before, where your test needs it.</param>
    /// <param name="kind"><see cref="BundleKind.Collection"/>, also when null, or <see cref="BundleKind.Submission"/>.</param>
    /// <exception cref="ArgumentException">The kind is another.</exception>
    public Bundle Bundle(ScenarioCase made, BundleKind? kind = null)
    {
        ArgumentNullException.ThrowIfNull(made);
        var wanted = kind ?? BundleKind.Collection;
        if (wanted != BundleKind.Collection && wanted != BundleKind.Submission)
        {
            throw new ArgumentException("Only collections and submissions are made.", nameof(kind));
        }

        return BundleRecords.Of(stamp, (made.Number * Scenarios.Length) + (int)made.Scenario, made.Records, wanted);
    }

    /// <summary>The first records of all cases in turn, one at a time. No link comes before its ends, and no id twice.</summary>
    /// <param name="count">How many; the last case may be cut short, between two records.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public IEnumerable<PoliceRecord> Records(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Taken(count);
    }

    /// <summary>Writes the first records as NDJSON: a header that says that it is a test, then a record a line.</summary>
    /// <param name="output">Where to; it stays the caller's.</param>
    /// <param name="count">How many records, besides the header.</param>
    /// <param name="cancellationToken">Ends the writing, between two records.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void WriteLines(Stream output, long count, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArrayBufferWriter<byte> buffer = new(FlushBytes * 2);
        WriteLine(buffer, BundleRecords.Of(stamp, 0, [], BundleKind.Collection));
        foreach (var record in Taken(count))
        {
            cancellationToken.ThrowIfCancellationRequested();
            WriteLine(buffer, record);
            if (buffer.WrittenCount >= FlushBytes)
            {
                Flush(buffer, output);
            }
        }

        Flush(buffer, output);
    }

    /// <summary>A document with one fault, in UTF-8: a record, or a bundle where the fault is between records.</summary>
    /// <param name="variant">Which fault.</param>
    /// <param name="number">From 0; another number gives another document with the same fault.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 0 or above 2⁵⁶.</exception>
    public byte[] Dirty(DirtyVariant variant, long number = 0)
    {
        ArgumentNullException.ThrowIfNull(variant);
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 1L << 56);
        return variant.Make(new(stamp, number));
    }

    private static void WriteLine(ArrayBufferWriter<byte> buffer, PoliceRecord record)
    {
        PoliceJson.Write(buffer, record);
        buffer.Write("\n"u8);
    }

    private static void Flush(ArrayBufferWriter<byte> buffer, Stream output)
    {
        output.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }

    private IEnumerable<PoliceRecord> Taken(long count)
    {
        for (var number = 0L; count > 0; number++)
        {
            var records = Case(number).Records;
            for (var i = 0; i < records.Count && count > 0; i++, count--)
            {
                yield return records[i];
            }
        }
    }
}
