using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Policing.DataModel;
using Policing.DataModel.Json;

namespace Policing.Ethics.Minimisation;

/// <summary>
/// Makes the copies that a sharing view allows. From UTF-8 it works in one pass without building records; of a record it makes a new one and
/// leaves the given one as it is. Nothing is written of a text that it refuses. Immutable and thread-safe; make one for each view and keep it.
/// </summary>
/// <remarks>
/// A member that the view does not give is left out, as is one that the model does not define, and one whose value has not the kind that the model
/// says. The copy says so: <c>view</c> names the view and is <c>partial</c>, and <c>absent</c> notes what was held (see <see cref="WithheldNotes"/>).
/// What is in the copy is what the text held, byte for byte, redactions aside.
/// </remarks>
public sealed class Minimiser
{
    private readonly SharePlan _plan;
    private readonly JsonLimits _limits;

    /// <summary>A minimiser for a view.</summary>
    /// <exception cref="SharingViewException">The view does not fit the model or the redactors; each problem has its place.</exception>
    public Minimiser(SharingView view, MinimiserOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        options ??= MinimiserOptions.Default;
        View = view;
        _plan = SharePlanner.Plan(view, options.Redactors);
        _limits = options.Limits;
    }

    /// <summary>The view.</summary>
    public SharingView View { get; }

    /// <summary>The copy of one record or bundle, as UTF-8 without line breaks of its own.</summary>
    /// <param name="utf8">One JSON document, or one line of NDJSON.</param>
    /// <param name="ground">What sensitive processing needs; without it sensitive and biometric members are left out.</param>
    /// <exception cref="MinimisationException">The text is refused: it cannot be read, or the view gives nothing of it.</exception>
    public byte[] Minimise(ReadOnlySpan<byte> utf8, SensitiveGround? ground = null)
    {
        Workspace space = Workspace.Take();
        try
        {
            MinimiserStop? stop = Run(utf8, ground, space);
            return stop is null ? space.Copy.Written.ToArray() : throw new MinimisationException(stop.Fault, stop.Offset);
        }
        finally
        {
            space.GiveBack();
        }
    }

    /// <summary>Writes the copy of one record or bundle to a buffer, or nothing.</summary>
    /// <param name="utf8">One JSON document, or one line of NDJSON.</param>
    /// <param name="output">Takes the whole copy once it is finished; it is not touched when the text is refused.</param>
    /// <param name="ground">What sensitive processing needs; without it sensitive and biometric members are left out.</param>
    /// <param name="refusal">Why the text was refused; <c>null</c> when it was not.</param>
    /// <returns>False when the text was refused.</returns>
    public bool TryMinimise(ReadOnlySpan<byte> utf8, IBufferWriter<byte> output, SensitiveGround? ground, [NotNullWhen(false)] out MinimisationException? refusal)
    {
        ArgumentNullException.ThrowIfNull(output);
        Workspace space = Workspace.Take();
        try
        {
            MinimiserStop? stop = Run(utf8, ground, space);
            refusal = stop is null ? null : new(stop.Fault, stop.Offset);
            if (stop is null) output.Write(space.Copy.Written);
            return stop is null;
        }
        finally
        {
            space.GiveBack();
        }
    }

    /// <summary>The copy of a record; the given one is not changed, nor shared with the copy.</summary>
    /// <typeparam name="T">The record's type.</typeparam>
    /// <param name="record">A record of any type that the view gives.</param>
    /// <param name="ground">What sensitive processing needs; without it sensitive and biometric members are left out.</param>
    /// <exception cref="MinimisationException">The view gives nothing of it, or it is over a limit.</exception>
    public T Minimise<T>(T record, SensitiveGround? ground = null)
        where T : PoliceRecord
    {
        ArgumentNullException.ThrowIfNull(record);
        byte[] copy = Minimise(PoliceJson.Write(record), ground);
        // What was written from a record reads as a record of its type; only a limit could be in the way, and the copy is no larger in any that counts.
        return PoliceJson.Read(copy, new ReadOptions { Limits = RoomForNotes(_limits) }).Record as T ?? throw new MinimisationException(MinimisationFault.OverLimit, 0);
    }

    private static JsonLimits RoomForNotes(JsonLimits limits) => limits with
    {
        DocumentBytes = Doubled(limits.DocumentBytes),
        BundleBytes = Doubled(limits.BundleBytes),
        StringBytes = Doubled(limits.StringBytes),
        Depth = Math.Min(limits.Depth + 2, 200),
    };

    private static int Doubled(int limit) => limit > int.MaxValue / 2 ? int.MaxValue : 2 * limit + (64 << 10);

    private MinimiserStop? Run(ReadOnlySpan<byte> utf8, SensitiveGround? ground, Workspace space)
    {
        try
        {
            new MinimiserRun(utf8, _plan, ground is not null, _limits, space).Document();
            return null;
        }
        catch (MinimiserStop stop)
        {
            return stop;
        }
    }
}
