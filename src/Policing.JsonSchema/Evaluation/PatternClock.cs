using System.Diagnostics;

namespace Policing.JsonSchema.Evaluation;

/// <summary>The time that the patterns of one document have taken.</summary>
internal struct PatternClock(TimeSpan limit)
{
    /// <summary>More than a quick match ever takes: what the clock shows beyond it, the thread did not run.</summary>
    private static readonly TimeSpan s_quick = TimeSpan.FromMilliseconds(1);

    private TimeSpan _used;

    /// <summary>Whether the time is used up.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Notes a match that began at a timestamp.</summary>
    public void Add(long started, bool quick)
    {
        TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
        _used += quick && elapsed > s_quick ? s_quick : elapsed;
        IsOver |= _used > limit;
    }

    /// <summary>Notes a match that was broken off.</summary>
    public void Exhaust() => IsOver = true;
}
